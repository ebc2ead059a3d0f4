// Runs in the editor, in front of a form that may have lists of rows. FORM is written in front of it by the build.
// What is named as an input the editor reads and stores by itself; the rest has names of our own.
const own = (name) => $(`#${FORM.type}-${name}`);
const translate = (node, key) => node._(`${FORM.type}.${key}`);

const VARIABLE = /^\$\{[^}]+\}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DAY = /^\d{4}-\d{2}-\d{2}/;

/** How a cell must be written, if it is. */
const RIGHT = {
  id: (text) => UUID.test(text) || VARIABLE.test(text),
  number: (text, { min, max }) => Number(text) >= min && Number(text) <= max,
  dateTime: (text) => DAY.test(text),
};

const valueIn = (entry, { name, initial }) => entry[name] ?? initial;

const isShown = ({ shownWhen }, entry, columns) => {
  if (!shownWhen) return true;
  const decides = columns.find(({ name }) => name === shownWhen.field);
  return shownWhen.is.includes(String(valueIn(entry, decides)));
};

const isRight = (column, entry, columns) => {
  const value = valueIn(entry, column);
  if (!isShown(column, entry, columns)) return true;
  if (value === '') return !column.required;
  return RIGHT[column.form]?.(value, column) ?? true;
};

const isFilledIn = (entry, columns) => columns.some((column) => valueIn(entry, column) !== column.initial);

const isWhole = (entry, columns) => columns.every((column) => isRight(column, entry, columns));

const controlOf = (node, listName, column) => {
  if (column.control === 'switch') return $('<input type="checkbox">');
  if (column.control === 'text') {
    return $('<input type="text" autocomplete="off">').attr({
      placeholder: column.placeholder,
      maxlength: column.maxLength,
    });
  }
  const options = column.choices.map((value) =>
    $('<option>')
      .val(value)
      .text(translate(node, `columnChoice.${listName}.${column.name}.${value}`)),
  );
  return $('<select>').append(options);
};

const write = (control, value) => (typeof value === 'boolean' ? control.prop('checked', value) : control.val(value));

const read = (control) => (control.is(':checkbox') ? control.prop('checked') : control.val().trim());

/** The handle takes the arrow keys too, for those who do not drag. */
const moveByKey = (handle, row, changed) =>
  handle.on('keydown', (event) => {
    const item = row.parent();
    if (event.key === 'ArrowUp') item.insertBefore(item.prev());
    else if (event.key === 'ArrowDown') item.insertAfter(item.next());
    else return;
    event.preventDefault();
    handle.trigger('focus');
    changed();
  });

const addCells = (node, listName, columns, row, entry, changed) => {
  const cells = columns.map((column) => {
    const label = $('<label>')
      .addClass('nk-cell')
      .attr('title', translate(node, `columnHelp.${listName}.${column.name}`))
      .appendTo(row);
    $('<span>')
      .text(translate(node, `column.${listName}.${column.name}`))
      .appendTo(label);
    const control = controlOf(node, listName, column).appendTo(label);
    write(control, valueIn(entry, column));
    return { column, label, control };
  });
  const readAll = () => {
    cells.forEach(({ column, control }) => (entry[column.name] = read(control)));
    cells.forEach(({ column, label, control }) => {
      label.toggle(isShown(column, entry, columns));
      control.toggleClass('input-error', isFilledIn(entry, columns) && !isRight(column, entry, columns));
    });
  };
  row.addClass('nk-entry').on('input', () => {
    readAll();
    changed();
  });
  readAll();
};

/**
 * A list of rows. `shape` tells what a row has, and how many there may be; `changed` hears of what the user does to them.
 */
const makeList = (node, listName, { shape, sortable = false, changed = () => undefined }) => {
  const list = own(listName);
  const addButton = () => list.closest('.red-ui-editableList').find('.red-ui-editableList-addButton');
  const limit = () => addButton().prop('disabled', list.editableList('length') >= shape().max);
  list.editableList({
    addButton: translate(node, `entry.${listName}`),
    ariaLabelledBy: `${FORM.type}-${listName}-label`,
    height: 'auto',
    removable: true,
    sortable,
    sortItems: changed,
    removeItem: () => {
      limit();
      changed();
      addButton().trigger('focus');
    },
    addItem: (row, _index, entry) => {
      // A row that was just asked for is where writing goes on.
      const isNew = Object.keys(entry).length === 0;
      addCells(node, listName, shape().columns, row, entry, changed);
      row.siblings('.red-ui-editableList-item-remove').attr('aria-label', translate(node, 'rows.remove'));
      const handle = row.siblings('.red-ui-editableList-item-handle');
      const move = translate(node, 'rows.move');
      moveByKey(handle.attr({ tabindex: 0, role: 'button', 'aria-label': move, title: move }), row, changed);
      limit();
      if (isNew) row.find('input, select').first().trigger('focus');
    },
  });
};

/** In place of the rows there are. */
const fillList = (listName, entries) => {
  own(listName).editableList('empty');
  entries.forEach((entry) => own(listName).editableList('addItem', { ...entry }));
};

/** The entries of a list as the dialog has them; rows left empty are none. */
const entriesIn = (listName, columns) =>
  own(listName)
    .editableList('items')
    .toArray()
    .map((item) => $(item).data('data'))
    .filter((entry) => isFilledIn(entry, columns));
