// Runs in the editor, once per config node. FORM is written in front of it by the build.
const input = (name) => $(`#node-config-input-${name}`);
// What is named as an input the editor reads and stores by itself; the rest has names of our own.
const own = (name) => $(`#${FORM.type}-${name}`);
const translate = (node, key) => node._(`${FORM.type}.${key}`);

const valueIn = (name) => {
  if (input(name).is(':checkbox')) return input(name).prop('checked');
  // What the editor shows for "none chosen" in a list of configurations.
  return input(name).val() === '_ADD_' ? '' : input(name).val();
};

const showWhatApplies = () => {
  FORM.conditions.forEach(({ name, field, is }) =>
    input(name)
      .closest('.form-row')
      .toggle(valueIn(field) === is),
  );
};

/** Validates a field that must be filled in, but only while it is shown. */
const neededWhile = (field, is) =>
  function (value) {
    // An open dialog is ahead of its node.
    const now = input(field).length ? valueIn(field) : this[field];
    return now !== is || value !== '';
  };

const VARIABLE = /^\$\{[^}]+\}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const isWhole = ({ name, required, isId }, entry) => {
  const text = entry[name] ?? '';
  if (isId && text !== '') return UUID.test(text) || VARIABLE.test(text);
  return text !== '' || !required;
};

const isFilledIn = (entry) => Object.values(entry).some((text) => text !== '');

/** Validates a list as it is stored: whole entries, each with a name of its own. */
const wholeEntries = (listName) => (entries) => {
  const { columns } = FORM.lists.find(({ name }) => name === listName);
  const names = (entries ?? []).map(({ name = '' }) => name.toLowerCase());
  return (
    new Set(names).size === names.length &&
    (entries ?? []).every((entry) => columns.every((column) => isWhole(column, entry)))
  );
};

/** The entries of a list as the dialog has them; rows left empty are none. */
const entriesIn = (listName) =>
  own(listName)
    .editableList('items')
    .toArray()
    .map((item) => $(item).data('data'))
    .filter(isFilledIn);

const addEntry = (node, { name: listName, columns }) =>
  function (row, _index, entry) {
    const cells = columns.map(({ name, placeholder }) => {
      const label = $('<label>')
        .addClass('nk-cell')
        .attr('title', translate(node, `columnHelp.${listName}.${name}`))
        .appendTo(row);
      $('<span>')
        .text(translate(node, `column.${listName}.${name}`))
        .appendTo(label);
      return $('<input type="text" autocomplete="off">').attr({ placeholder }).val(entry[name]).appendTo(label);
    });
    const read = () => {
      cells.forEach((cell, at) => (entry[columns[at].name] = cell.val().trim()));
      cells.forEach((cell, at) => cell.toggleClass('input-error', isFilledIn(entry) && !isWhole(columns[at], entry)));
    };
    row.addClass('nk-entry').on('input', read);
    read();
  };

const prepareList = (node, list) => {
  own(list.name).editableList({
    addButton: translate(node, `entry.${list.name}`),
    ariaLabelledBy: `${FORM.type}-${list.name}-label`,
    height: 'auto',
    removable: true,
    addItem: addEntry(node, list),
  });
  (node[list.name] ?? []).forEach((entry) => own(list.name).editableList('addItem', { ...entry }));
};

const saveLists = function () {
  FORM.lists.forEach(({ name }) => (this[name] = entriesIn(name)));
};

/** Offers the Maskinporten configurations, first the one that is used together with this. */
const offerClients = (node) => {
  const clients = [];
  RED.nodes.eachConfig((config) => {
    if (config.type === 'norsk-kommune-maskinporten') clients.push(config);
  });
  clients.forEach((client) =>
    $('<option>').val(client.id).text(RED.utils.getNodeLabel(client)).appendTo(own('client')),
  );
  const together = (node.users ?? []).map(({ maskinporten }) => maskinporten).find(Boolean);
  own('client').val(together ?? clients[0]?.id ?? '');
};

const SIGNS = {
  passed: 'fa-check-circle',
  warning: 'fa-exclamation-triangle',
  failed: 'fa-times-circle',
  skipped: 'fa-minus-circle',
};

const stepItem = (node, { status, message, action }) => {
  const word = translate(node, `check.${status}`);
  const sign = $('<i role="img">').addClass(`fa ${SIGNS[status]}`).attr({ 'aria-label': word, title: word });
  const text = $('<div>').append($('<div>').text(message));
  if (action) text.append($('<div class="nk-action">').text(action));
  return $('<li>').addClass(`nk-${status}`).append(sign, text);
};

const publicKey = (node, { publicJwk }) => {
  const text = JSON.stringify(publicJwk, null, 2);
  const copy = $('<button type="button" class="red-ui-button red-ui-button-small">').text(
    translate(node, 'check.copy'),
  );
  copy.on('click', () => RED.clipboard.copyText(text, copy, translate(node, 'check.copied')));
  return $('<details>').append($('<summary>').text(translate(node, 'check.publicKey')), $('<pre>').text(text), copy);
};

const headingOf = ({ ok, steps }) => {
  if (!ok) return 'fails';
  return steps.length > 0 ? 'works' : 'formOnly';
};

const showReport = (node, report) => {
  const heading = $('<p>').text(translate(node, `check.${headingOf(report)}`));
  const steps = $('<ol>').append(report.steps.map((step) => stepItem(node, step)));
  const shown = own('report').empty().append(heading, steps);
  if (report.key) shown.append(publicKey(node, report.key));
  shown.attr('data-ok', String(report.ok));
  shown[0].scrollIntoView({ block: 'nearest' });
};

const check = (node) => {
  own('check').prop('disabled', true);
  own('report').removeAttr('data-ok').text(translate(node, 'check.running'));
  const sent = {
    id: node.id,
    ...Object.fromEntries(FORM.names.map((name) => [name, valueIn(name)])),
    ...Object.fromEntries(FORM.lists.map(({ name }) => [name, entriesIn(name)])),
    ...(FORM.asksClient && { maskinporten: own('client').val() }),
  };
  $.ajax({ url: FORM.path, method: 'POST', contentType: 'application/json', data: JSON.stringify(sent) })
    .then(
      (report) => showReport(node, report),
      ({ status, statusText }) =>
        showReport(node, { ok: false, steps: [{ status: 'failed', message: `${status} ${statusText}` }] }),
    )
    .always(() => own('check').prop('disabled', false));
};

const prepare = function () {
  FORM.lists.forEach((list) => prepareList(this, list));
  if (FORM.asksClient) offerClients(this);
  FORM.conditions.forEach(({ field }) => input(field).on('change', showWhatApplies));
  showWhatApplies();
  own('check').on('click', () => check(this));
};
