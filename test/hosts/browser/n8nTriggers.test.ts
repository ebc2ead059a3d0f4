/**
 * The forms of the triggers in n8n's editor.
 */
import { NOT_BLANK } from './chromium';
import { openN8nEditor, type N8nEditor } from './n8nEditor';

jest.setTimeout(90_000);

const TRIGGERS = {
  'Folkeregister Trigger': 'folkeregisterTrigger',
  'SvarUt Trigger': 'svarUtTrigger',
} as const;

let editor: N8nEditor;

/** As they are before anybody has filled anything in. */
const makeWorkflow = async (): Promise<string> => {
  const nodes = Object.entries(TRIGGERS).map(([name, type], at) => ({
    id: type,
    name,
    type: `n8n-nodes-norsk-kommune.${type}`,
    typeVersion: 1,
    position: [0, at * 250],
    parameters: {},
  }));
  const workflow = { name: 'Triggers', nodes, connections: {}, settings: { executionOrder: 'v1' } };
  return (await editor.call<{ data: { id: string } }>('POST', '/rest/workflows', workflow)).data.id;
};

beforeAll(async () => {
  editor = await openN8nEditor();
  await editor.browser.page.goto(`${editor.url}/workflow/${await makeWorkflow()}`);
}, 600_000);
afterAll(() => editor.close(), 60_000);

const byTestId = (id: string) => editor.browser.page.locator(`[data-test-id=${id}]`);
const parameter = (name: string) => byTestId(`parameter-input-${name}`);

const open = async (name: keyof typeof TRIGGERS): Promise<void> => {
  await editor.browser.page.locator(`[data-test-id=canvas-node][data-node-name="${name}"]`).dblclick();
  await byTestId('node-parameters').waitFor({ state: 'visible' });
};

const close = async (): Promise<void> => {
  await byTestId('ndv-close-button').click();
  await byTestId('node-parameters').waitFor({ state: 'hidden' });
};

const offered = () => editor.browser.page.getByRole('option').filter({ visible: true });

const choose = async (option: RegExp): Promise<void> => {
  await offered().filter({ hasText: option }).click();
  await offered().first().waitFor({ state: 'hidden' });
};

const openOptions = async (): Promise<void> => {
  await editor.browser.page.getByPlaceholder('Add option').click();
  await offered().first().waitFor({ state: 'visible' });
};

const shoot = async (name: string): Promise<void> =>
  expect(await editor.browser.shoot(`n8n-${name}`)).toBeGreaterThan(NOT_BLANK);

describe('the form of Folkeregister Trigger', () => {
  beforeEach(() => open('Folkeregister Trigger'));
  afterEach(close);

  it('begins from now on, and asks for a number only where that is chosen', async () => {
    await shoot('folkeregister-trigger');
    expect(await parameter('start').locator('input').inputValue()).toBe('From Now On');
    expect(await parameter('fromNumber').count()).toBe(0);
    await parameter('start').locator('input').click();
    await choose(/^From a Number/);
    await parameter('fromNumber').waitFor({ state: 'visible' });
    expect(await parameter('fromNumber').locator('input').inputValue()).toBe('');
  });

  it('asks what of the person is wanted only where persons are looked up', async () => {
    const { page } = editor.browser;
    const ofEvents = ['Other Event Types', 'Role Name or ID', 'Consumer Organisation'];
    const ofPersons = ['Include History', 'Include Protected Addresses', 'Include Protection Grade'];
    await openOptions();
    expect(await offered().allInnerTexts()).toEqual(ofEvents);
    await page.keyboard.press('Escape');
    expect(await parameter('parts').count()).toBe(0);
    await parameter('includePerson').click();
    for (const name of ['output', 'parts']) await parameter(name).waitFor({ state: 'visible' });
    await openOptions();
    expect(await offered().allInnerTexts()).toEqual([...ofPersons, ...ofEvents]);
    await choose(/^Include Protected Addresses/);
    await page.getByText('A protected address that leaks can cost a life.').waitFor({ state: 'visible' });
    await shoot('folkeregister-trigger-person');
  });
});

describe('the form of SvarUt Trigger', () => {
  beforeEach(() => open('SvarUt Trigger'));
  afterEach(close);

  it('asks for the letters to follow', async () => {
    for (const name of ['letterIds', 'eksternReferanser', 'reportFirst'])
      await parameter(name).waitFor({ state: 'visible' });
    await shoot('svarut-trigger');
  });
});

it('no error came that nobody caught', () => {
  expect(editor.browser.pageErrors).toEqual([]);
});
