import { defaultSettings, settingsSchema, type Settings } from '../settings.js';
import type { Language } from '../setup/order.js';
import type { ValueSchema } from './sections/formControl.js';
import { SETTINGS } from './words/settings.js';

export type SettingValue = Settings[keyof Settings];

/** A switch of the sandbox as the page shows it. */
export interface ShownSetting {
  readonly name: string;
  readonly label: string;
  readonly usual: SettingValue;
  readonly kind: 'choice' | 'switch' | 'number' | 'text';
  /** Of a choice. */
  readonly choices: readonly SettingValue[];
}

const kindOf = ({ enum: choices, type }: ValueSchema): ShownSetting['kind'] => {
  if (choices) return 'choice';
  const types = [type].flat();
  if (types.includes('boolean')) return 'switch';
  return types.includes('string') ? 'text' : 'number';
};

export const settingsIn = (language: Language): readonly ShownSetting[] => {
  const usual = defaultSettings();
  return (Object.keys(settingsSchema.properties) as (keyof Settings)[]).map((name) => {
    const schema: ValueSchema = settingsSchema.properties[name];
    return {
      name,
      label: SETTINGS[name][language],
      usual: usual[name],
      kind: kindOf(schema),
      choices: (schema.enum ?? []) as readonly SettingValue[],
    };
  });
};
