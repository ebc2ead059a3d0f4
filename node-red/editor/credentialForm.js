// Runs in the editor, once per config node, after rows.js. FORM is written in front of it by the build.
const input = (name) => $(`#node-config-input-${name}`);

const chosenIn = (name) => {
  if (input(name).is(':checkbox')) return input(name).prop('checked');
  // What the editor shows for "none chosen" in a list of configurations.
  return input(name).val() === '_ADD_' ? '' : input(name).val();
};

const showWhatApplies = () => {
  FORM.conditions.forEach(({ name, field, is }) =>
    input(name)
      .closest('.form-row')
      .toggle(chosenIn(field) === is),
  );
};

/** Validates a field that must be filled in, but only while it is shown. */
const neededWhile = (field, is) =>
  function (value) {
    // An open dialog is ahead of its node.
    const now = input(field).length ? chosenIn(field) : this[field];
    return now !== is || value !== '';
  };

const columnsOf = (listName) => FORM.lists.find(({ name }) => name === listName).columns;

/** Validates a list as it is stored: whole entries, each with a name of its own. */
const wholeEntries = (listName) => (entries) => {
  const names = (entries ?? []).map(({ name = '' }) => name.toLowerCase());
  return new Set(names).size === names.length && (entries ?? []).every((entry) => isWhole(entry, columnsOf(listName)));
};

const prepareList = (node, { name, columns }) => {
  makeList(node, name, { shape: () => ({ columns, max: Infinity }) });
  fillList(name, node[name] ?? []);
};

const saveLists = function () {
  FORM.lists.forEach(({ name, columns }) => (this[name] = entriesIn(name, columns)));
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
    ...Object.fromEntries(FORM.names.map((name) => [name, chosenIn(name)])),
    ...Object.fromEntries(FORM.lists.map(({ name, columns }) => [name, entriesIn(name, columns)])),
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
