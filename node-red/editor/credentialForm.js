// Runs in the editor, once per config node. FORM is written in front of it by the build.
const input = (name) => $(`#node-config-input-${name}`);

const showWhatApplies = () => {
  FORM.conditions.forEach(({ name, field, is }) =>
    input(name)
      .closest('.form-row')
      .toggle(input(field).val() === is),
  );
};

const test = (node) => {
  const result = $(`#${FORM.type}-result`);
  const say = (text, kind) => result.text(text).attr('class', `nk-result ${kind}`);
  say(node._(`${FORM.type}.test.running`), '');
  // What the editor shows for "none chosen" in a list of configurations.
  const valueOf = (name) => (input(name).val() === '_ADD_' ? '' : input(name).val());
  const form = Object.fromEntries(FORM.names.map((name) => [name, valueOf(name)]));
  $.ajax({
    url: FORM.path,
    method: 'POST',
    contentType: 'application/json',
    data: JSON.stringify({ id: node.id, ...form }),
  }).then(
    (answer) =>
      answer.ok
        ? say(`${node._(`${FORM.type}.test.passed`)} ${answer.detail}`, 'nk-good')
        : say(`${answer.message} ${answer.action}`, 'nk-bad'),
    (failure) => say(`${failure.status} ${failure.statusText}`, 'nk-bad'),
  );
};

const prepare = function () {
  const node = this;
  FORM.conditions.forEach(({ field }) => input(field).on('change', showWhatApplies));
  showWhatApplies();
  $(`#${FORM.type}-test`).on('click', (event) => {
    event.preventDefault();
    test(node);
  });
};
