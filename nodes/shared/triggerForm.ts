/**
 * The form of a trigger node, and what is filled in there.
 */
import type { IDataObject, INodeProperties, ITriggerFunctions } from 'n8n-workflow';
import { formOfTrigger, type Field, type Service, type Session, type Trigger } from '../../src/core';
import { notWorkedOut } from './nodeError';
import { formOf, OPTIONS } from './properties';
import { rowsFrom } from './rows';

export type ServiceWithTrigger = Service & { readonly trigger: Trigger<Session> };

export const triggerPropertiesOf = ({ trigger }: ServiceWithTrigger): INodeProperties[] =>
  formOf(formOfTrigger(trigger));

export type Values = Readonly<Record<string, unknown>>;

const valueOf = (host: ITriggerFunctions, { name, group, kind }: Field): unknown => {
  const given: unknown = group
    ? (host.getNodeParameter(OPTIONS, {}) as IDataObject)[name]
    : host.getNodeParameter(name, '');
  return kind === 'list' ? rowsFrom(given) : given;
};

/** n8n works expressions out only while it starts the trigger. */
export const valuesOf = (host: ITriggerFunctions, trigger: Trigger<Session>): Values =>
  Object.fromEntries(
    formOfTrigger(trigger).map((field) => {
      try {
        return [field.name, valueOf(host, field)];
      } catch {
        throw notWorkedOut(field);
      }
    }),
  );
