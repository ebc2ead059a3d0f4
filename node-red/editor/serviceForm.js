// Runs in the editor, once per service node. FORM is written in front of it by the build.
const translate = (node, key) => node._(`${FORM.type}.${key}`);

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
  $(`#node-input-${field.name}`).typedInput({
    default: field.type,
    typeField: $(`#node-input-${field.name}Type`),
    types: typesOf(node, field),
  });
};

const offerNames = (node) => {
  FORM.fields
    .filter(({ list }) => list)
    .forEach((field) => $(`#node-input-${field.name}`).typedInput('types', typesOf(node, field)));
};

/** A configuration that is used in one choice only stays out of sight in the others. */
const showFiksWhenUsed = () => {
  const { field, is } = FORM.fiksOnlyWhen;
  const input = $(`#node-input-${field}`);
  const isOther = $(`#node-input-${field}Type`).val() === 'choice' && input.val() !== is;
  const isField = input.closest('.nk-field').data('operations').split(' ').includes($('#node-input-operation').val());
  $('#node-input-fiks')
    .closest('.form-row')
    .toggle(isField && !isOther);
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

const prepare = function () {
  const node = this;
  FORM.fields.forEach((field) => prepareField(node, field));
  // The editor says so too when the chosen configuration has been edited.
  $('#node-input-fiks').on('change', () => offerNames(node));
  $('#node-input-list').typedInput({
    default: 'msg',
    typeField: $('#node-input-listType'),
    types: ['msg', 'flow', 'global', 'jsonata'],
  });
  $('#node-input-skip').typedInput({ types: [{ value: 'item', label: 'item.', hasValue: true }] });
  $('#node-input-result').typedInput({ types: ['msg'] });
  $('#node-input-operation').on('change', function () {
    showFieldsOf($(this).val());
  });
  if (FORM.fiksOnlyWhen) {
    $(`#node-input-operation, #node-input-${FORM.fiksOnlyWhen.field}`).on('change', showFiksWhenUsed);
  }
  if (FORM.branches) $('#node-input-operation, #node-input-split').on('change', countOutputs);
  $('#node-input-operation').trigger('change');
};
