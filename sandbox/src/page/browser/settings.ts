/* istanbul ignore file -- the browser gets this source as it stands, so it must not be instrumented */
import type { SettingValue, ShownSetting } from '../settingsList.js';
import type { Tools } from './tools.js';

/** The switches of the sandbox, each changed as soon as it is set. Runs in the browser; see script.ts. */
export function showSettings(page: Tools): void {
  type Control = HTMLInputElement | HTMLSelectElement;

  const INPUT_TYPES: Readonly<Record<string, string>> = { switch: 'checkbox', number: 'number', text: 'text' };

  const { words, byId } = page;
  const details = byId('all-settings') as HTMLDetailsElement;
  const table = byId('settings');
  let settings: readonly ShownSetting[] = [];

  const makeControl = ({ name, kind, choices }: ShownSetting): Control => {
    const control = document.createElement(kind === 'choice' ? 'select' : 'input');
    if (control instanceof HTMLSelectElement) control.append(...choices.map((choice) => new Option(String(choice))));
    else control.type = INPUT_TYPES[kind] ?? 'text';
    if (kind === 'number') control.setAttribute('step', 'any');
    control.id = `setting-${name}`;
    control.autocomplete = 'off';
    return control;
  };

  const showRow = (row: HTMLElement, setting: ShownSetting): void => {
    const control = makeControl(setting);
    page.fill(row, { label: setting.label, name: setting.name });
    (page.part(row, 'label') as HTMLLabelElement).htmlFor = control.id;
    page.part(row, 'value').replaceChildren(control);
  };

  const controlOf = ({ name }: ShownSetting): Control => byId(`setting-${name}`) as Control;

  /** An empty one is none at all. */
  const valueIn = (control: Control, { kind, choices }: ShownSetting): SettingValue | undefined => {
    if (kind === 'switch') return (control as HTMLInputElement).checked;
    if (kind === 'choice') return choices.find((choice) => String(choice) === control.value);
    if (control.value === '') return null;
    return kind === 'number' ? Number(control.value) : control.value;
  };

  const show = (setting: ShownSetting, value: SettingValue): void => {
    const control = controlOf(setting);
    control.closest('tr')?.classList.toggle('changed', value !== setting.usual);
    // What the reader is about to change is left alone.
    if (control === document.activeElement) return;
    if (setting.kind === 'switch') (control as HTMLInputElement).checked = value === true;
    else control.value = value === null ? '' : String(value);
  };

  const refresh = async (): Promise<void> => {
    if (!details.open) return;
    if (settings.length === 0) {
      settings = await page.load(`/settings.json?language=${document.documentElement.lang}`);
      page.list(table, settings, 'setting', ({ name }) => name, showRow);
    }
    const values = await page.load<Readonly<Record<string, SettingValue>>>('/admin/settings');
    for (const setting of settings) show(setting, values[setting.name] ?? null);
  };

  table.addEventListener('change', (event) => {
    const control = event.target as Control;
    const setting = settings.find((each) => controlOf(each) === control);
    if (!setting) return;
    page.act(async () => {
      await page.order('POST', '/admin/settings', { [setting.name]: valueIn(control, setting) });
      return page.say(words.said.settingSaved, { name: setting.name });
    });
  });

  details.addEventListener('toggle', () => void page.refresh());
  page.watch('control', refresh);
}
