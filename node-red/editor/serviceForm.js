// Runs in the editor, once per service node, after rows.js. FORM is written in front of it by the build.
const fieldNamed = (name) => FORM.fields.find((field) => field.name === name);

/** The names in the chosen Fiks configuration, and the one on the node even if it is not among them any more. */
const namesFor = (node, { name: fieldName, list }) => {
  const entries = RED.nodes.node($('#node-input-fiks').val())?.[list] ?? [];
  const names = entries.map(({ name, purpose }) => ({ value: name, label: purpose ? `${name} – ${purpose}` : name }));
  const input = $(`#node-input-${fieldName}`);
  const chosen = $(`#node-input-${fieldName}Type`).val() === 'choice' ? input.val() : '';
  const isGone = chosen !== '' && !names.some(({ value }) => value === chosen);
  const gone = { value: chosen, label: `${chosen} (${translate(node, 'named.gone')})` };
  return [{ value: '', label: translate(node, 'named.default') }, ...names, ...(isGone ? [gone] : [])];
};

const optionsOf = (node, field) =>
  field.list
    ? namesFor(node, field)
    : field.choices.map((value) => ({ value, label: translate(node, `choice.${field.name}.${value}`) }));

const typeOf = (node, field, name) => {
  if (name === 'item') return { value: 'item', label: 'item.', hasValue: true };
  if (name === 'rows') {
    return { value: 'rows', label: translate(node, 'kind.rows'), icon: 'fa fa-list', hasValue: false, default: '[]' };
  }
  if (name !== 'choice' && name !== 'choices') return name;
  return {
    value: name,
    label: translate(node, `kind.${name}`),
    icon: 'fa fa-list-ul',
    showLabel: false,
    multiple: name === 'choices',
    options: optionsOf(node, field),
  };
};

const typesOf = (node, field) => field.types.map((name) => typeOf(node, field, name));

const prepareField = (node, field) => {
  const input = $(`#node-input-${field.name}`);
  const typeField = $(`#node-input-${field.name}Type`);
  // A node made before the field was has nothing in it, which the editor would show as the first there is to choose.
  if (node[field.name] === undefined) {
    input.val(field.value);
    typeField.val(field.type);
  }
  input.typedInput({ default: field.type, typeField, types: typesOf(node, field) });
};

/** Rows as they are stored; undefined where the text is something else. */
const rowsIn = (text) => {
  try {
    const rows = JSON.parse(text || '[]');
    return Array.isArray(rows) && rows.every((row) => row instanceof Object) ? rows : undefined;
  } catch {
    return undefined;
  }
};

/** What a list has in operations without it. */
const NO_ROWS = { columns: [], max: 0 };

/** The rows of a list are stored in its input, as JSON. */
const prepareRows = (node, { name, rows }) => {
  const input = $(`#node-input-${name}`);
  const isChosen = () => $(`#node-input-${name}Type`).val() === 'rows';
  const shape = () => rows[$('#node-input-operation').val()] ?? NO_ROWS;
  const written = () => entriesIn(name, shape().columns);
  makeList(node, name, {
    shape,
    sortable: true,
    changed: () => input.typedInput('value', JSON.stringify(written())),
  });
  // Operations can have different columns. While the rows come from elsewhere, those in the list are kept.
  $('#node-input-operation').on('change', () => {
    if (shape() !== NO_ROWS) fillList(name, isChosen() ? (rowsIn(input.val()) ?? []) : written());
  });
  const show = () => own(name).closest('.red-ui-editableList').toggle(isChosen());
  input.on('change', show);
  show();
};

/** Validates rows as they are stored; an open dialog is ahead of its node. */
const wholeRows = (name) =>
  function (value) {
    const now = (property) => $(`#node-input-${property}`).val() ?? this[property];
    const shape = fieldNamed(name).rows[now('operation')];
    if (!shape || now(`${name}Type`) !== 'rows') return true;
    const rows = rowsIn(value);
    return rows !== undefined && rows.length <= shape.max && rows.every((row) => isWhole(row, shape.columns));
  };

const offerNames = (node) => {
  FORM.fields
    .filter(({ list }) => list)
    .forEach((field) => $(`#node-input-${field.name}`).typedInput('types', typesOf(node, field)));
};

/** An operation that asks nobody uses no configuration, so that none is shown or missed; a trigger has no operations. */
const isOffline = (operation) => (FORM.offline ?? []).includes(operation);

const showClientWhenUsed = () => {
  $('#node-input-maskinporten')
    .closest('.form-row')
    .toggle(!isOffline($('#node-input-operation').val()));
};

const hasClientWhenUsed = function (id) {
  const config = RED.nodes.node(id);
  return isOffline(this.operation) || (Boolean(config) && config.valid !== false);
};

/** Whether what is chosen uses Fiks; what is worked out for each item may. */
const choiceUsesFiks = (value, type) => {
  const { is, uses } = FORM.fiksChoice;
  return (type !== undefined && type !== 'choice') || (value === is) === uses;
};

/** A configuration that is used in some choices only stays out of sight in the others. */
const showFiksWhenUsed = () => {
  const { field, uses } = FORM.fiksChoice;
  const input = $(`#node-input-${field}`);
  const operation = $('#node-input-operation').val();
  const isField =
    operation === undefined || input.closest('.nk-field').data('operations').split(' ').includes(operation);
  $('#node-input-fiks')
    .closest('.form-row')
    .toggle(
      !isOffline(operation) && (isField ? choiceUsesFiks(input.val(), $(`#node-input-${field}Type`).val()) : !uses),
    );
};

/** It is missed where it is used for certain, and may not be broken anywhere. */
const hasFiksWhenUsed = function (id) {
  if (isOffline(this.operation)) return true;
  const { field } = FORM.fiksChoice;
  const config = RED.nodes.node(id);
  if (config) return config.valid !== false;
  const type = this[`${field}Type`];
  return type !== undefined && type !== 'choice' ? true : !choiceUsesFiks(this[field], type);
};

/** The words for the node's outputs, of which the last belongs to no branch; none where there is but one. */
const labelOfOutput = (node, index) => {
  const branches = node.split && FORM.branches[node.operation];
  return branches ? translate(node, `output.${node.operation}.${branches[index] ?? 'rest'}`) : undefined;
};

const countOutputs = () => {
  const branches = $('#node-input-split').is(':checked') && FORM.branches[$('#node-input-operation').val()];
  $('#node-input-outputs').val(branches ? branches.length + 1 : 1);
};

const showFieldsOf = (operation) => {
  $('.nk-field').each(function () {
    $(this).toggle($(this).data('operations').split(' ').includes(operation));
  });
  $('.nk-options').each(function () {
    const shown = $(this)
      .find('.nk-field')
      .filter(function () {
        return $(this).data('operations').split(' ').includes(operation);
      });
    $(this).toggle(shown.length > 0);
  });
};

/** What is worked out for each item may be any value. */
const mayBe = ({ field, type, is }) =>
  $(`#node-input-${field}Type`).val() !== type || is.includes($(`#node-input-${field}`).val());

const rowOf = (name) => $(`#node-input-${name}`).closest('.form-row');

const showWhatApplies = () =>
  FORM.conditions
    .filter(({ operation }) => operation === $('#node-input-operation').val())
    .forEach((condition) => rowOf(condition.name).toggle(mayBe(condition)));

/** Some operations call a field something else. */
const wordFieldsFor = (node, operation) =>
  FORM.fields
    .filter(({ wordedIn }) => wordedIn)
    .forEach(({ name, wordedIn }) => {
      const words = (kind) =>
        translate(node, wordedIn.includes(operation) ? `${kind}In.${operation}.${name}` : `${kind}.${name}`);
      rowOf(name).attr('title', words('help')).children('label').text(words('label'));
    });

const prepareFields = (node) => {
  FORM.fields.forEach((field) => prepareField(node, field));
  FORM.fields.filter(({ rows }) => rows).forEach((field) => prepareRows(node, field));
  // The editor says so too when the chosen configuration has been edited.
  $('#node-input-fiks').on('change', () => offerNames(node));
  FORM.conditions.forEach(({ field }) => $(`#node-input-${field}`).on('change', showWhatApplies));
};

const prepareItems = () => {
  $('#node-input-list').typedInput({
    default: 'msg',
    typeField: $('#node-input-listType'),
    types: ['msg', 'flow', 'global', 'jsonata'],
  });
  $('#node-input-skip').typedInput({ types: [{ value: 'item', label: 'item.', hasValue: true }] });
};

const prepareResult = () => {
  $('#node-input-result').typedInput({ types: ['msg'] });
};

const prepare = function () {
  const node = this;
  prepareFields(node);
  prepareItems();
  prepareResult();
  $('#node-input-operation').on('change', () => {
    const operation = $('#node-input-operation').val();
    showFieldsOf(operation);
    wordFieldsFor(node, operation);
    showWhatApplies();
  });
  $('#node-input-operation').on('change', showClientWhenUsed);
  if (FORM.fiksChoice) {
    $(`#node-input-operation, #node-input-${FORM.fiksChoice.field}`).on('change', showFiksWhenUsed);
  }
  if (FORM.branches) $('#node-input-operation, #node-input-split').on('change', countOutputs);
  $('#node-input-operation').trigger('change');
};

/** A trigger's form has one operation, and nothing to choose it by. */
const prepareTrigger = function () {
  prepareFields(this);
  if (FORM.takesItems) prepareItems();
  prepareResult();
  showWhatApplies();
  if (FORM.fiksChoice) {
    $(`#node-input-${FORM.fiksChoice.field}`).on('change', showFiksWhenUsed);
    showFiksWhenUsed();
  }
};
