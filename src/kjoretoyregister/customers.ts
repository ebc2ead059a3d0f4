/**
 * The search for people and organisations that own vehicles (fact sheet kjoretoy §2.2, §4.1).
 */
import { ServiceError } from '../http/serviceError';
import type { JsonObject } from '../operations/operation';
import type { Session } from '../session';
import { searchCustomers, type Query } from './client';
import { itemError, unreadable } from './itemErrors';
import { personEnhet, type VehicleDocument } from './model';
import { showParty } from './owners';
import { codesIn, fieldsOf, isFields, listIn, numberIn } from './untyped';
import { isProtected, withholdFromOwner } from './vern';

interface CustomerQuery {
  readonly navn: string | undefined;
  readonly fornavn: string | undefined;
  readonly mellomnavn: string | undefined;
  readonly etternavn: string | undefined;
  readonly eiertype: string;
  readonly kjonn: string;
  readonly fonetisk: boolean;
}

const invalid = (field: string, message: string, action: string): ServiceError =>
  new ServiceError('ERR_INVALID_INPUT', message, action, { service: 'kjoretoyregister', field });

/**
 * What the register would only answer with a bare 400.
 * @throws ServiceError ERR_INVALID_INPUT
 */
export const checkCustomerQuery = (query: CustomerQuery): void => {
  const parts = [query.fornavn, query.mellomnavn, query.etternavn].some((name) => name !== undefined);
  if (query.navn !== undefined && parts)
    throw invalid(
      'navn',
      'Both a whole name and parts of a name are given.',
      'Give either "Owner Name", or "First Name", "Middle Name" and "Last Name".',
    );
  if (query.navn === undefined && !parts) throw invalid('navn', 'No name is given.', 'Give a name, or parts of one.');
  if (query.fonetisk && query.navn === undefined)
    throw invalid(
      'fonetisk',
      '"Sounds Like" works with a whole name only.',
      'Give "Owner Name", or turn "Sounds Like" off.',
    );
  if (query.kjonn !== 'ALLE' && query.eiertype !== 'PERSON')
    throw invalid(
      'kjonn',
      '"Sex" works only where the search is among people alone.',
      'Choose people under "Kind of Owner", or any under "Sex".',
    );
};

const customerOf = (customer: VehicleDocument, withAddresses: boolean): JsonObject[] => {
  const owner = customer.personEnhet;
  if (!isFields(owner)) return [];
  return [
    {
      ...showParty(personEnhet.parse(withAddresses ? owner : withholdFromOwner(owner))),
      vehicleCount: numberIn(customer, 'antallKjoretoy') ?? null,
      handleManually: isProtected(customer),
    },
  ];
};

/**
 * `unavailable` counts hits that say nothing of who it is.
 * @throws ServiceError where there is no hit and the register does not say so: not knowing is not the same as nothing
 */
export const findCustomers = async (
  session: Session,
  fiksOrgId: string | undefined,
  query: Query,
  withAddresses: boolean,
): Promise<JsonObject> => {
  const body = await searchCustomers(session, fiksOrgId, query);
  const kunder = listIn(body, 'kunder');
  const customers = kunder.flatMap((customer) => customerOf(customer, withAddresses));
  const total = numberIn(body, 'antallTreffTotalt');
  if (body !== undefined && customers.length === 0) {
    const [code] = codesIn(body);
    if (code !== undefined) throw itemError(code);
    if (kunder.length > 0 || (total !== 0 && !Array.isArray(fieldsOf(body).kunder))) throw unreadable();
  }
  return { customers, unavailable: kunder.length - customers.length, total: total ?? kunder.length };
};
