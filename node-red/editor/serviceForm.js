// Runs in the editor, once per service node. FORM is written in front of it by the build.
const translate = (node, key) => node._(`${FORM.type}.${key}`);

const typeOf = (node, field, name) => {
  if (name === 'item') return { value: 'item', label: 'item.', hasValue: true };
  if (name !== 'choice' && name !== 'choices') return name;
  return {
    value: name,
    label: translate(node, `kind.${name}`),
    icon: 'fa fa-list-ul',
    showLabel: false,
    multiple: name === 'choices',
    options: field.choices.map((value) => ({ value, label: translate(node, `choice.${field.name}.${value}`) })),
  };
};

const prepareField = (node, field) => {
  $(`#node-input-${field.name}`).typedInput({
    default: field.type,
    typeField: $(`#node-input-${field.name}Type`),
    types: field.types.map((name) => typeOf(node, field, name)),
  });
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
  $('#node-input-operation').trigger('change');
};
