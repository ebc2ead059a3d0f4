import { isSoAt } from './moment.js';
import type { Onlooker } from './onlooker.js';
import type { Party, Vehicle } from './vehicle.js';
import { isGoneForGood, ownersOf, statusOf } from './vehicleFilters.js';
import { isExempt } from './view.js';

type Whom = 'person' | 'organisasjon';

/** The vehicles KS shows of someone, without those the register gives nothing out about. */
export const simplifiedVehiclesOf = (
  whom: Whom,
  isIt: (party: Party) => boolean,
  { today, settings, vehicles }: Onlooker,
): readonly object[] => {
  const isShown = (vehicle: Vehicle) => settings.ksGoneVehicles === 'included' || !isGoneForGood(vehicle, today);
  const partiesOf = (vehicle: Vehicle) => {
    const all = ownersOf(vehicle, today);
    return settings.ksSharedVehicles === 'included' ? all : all.slice(0, 1);
  };
  return vehicles.all
    .filter((vehicle) => !vehicle.withheld && isShown(vehicle) && partiesOf(vehicle).some(isIt))
    .map((vehicle) => simplified(vehicle, whom, today));
};

/** How KS makes it of the register's answer is not documented. */
const simplified = (vehicle: Vehicle, whom: Whom, today: Date): object => {
  const { forstegangsregistrering, tidslinje } = vehicle;
  const plate = tidslinje.kjennemerke.find(
    (one) => one.kjennemerkekategori === 'KJORETOY' && isSoAt(one, today),
  )?.kjennemerke;
  const status = statusOf(vehicle, today);
  return {
    ...(plate !== undefined && { kjennemerke: plate }),
    ...(forstegangsregistrering && { forstegangsregistrering: forstegangsregistrering.registrertForstegangNorgeDato }),
    eierskap: { eier: ownerOf(vehicle, whom, today) },
    registrering: { ...(status !== undefined && { status }) },
    ...(!isExempt(vehicle, 'technicalData') && { tekniskeData: technicalData(vehicle) }),
  };
};

/** The real owner, also where a lessee was asked for; each answer has room for one kind of owner only. */
const ownerOf = (vehicle: Vehicle, whom: Whom, today: Date): object => {
  const [owner] = ownersOf(vehicle, today);
  const { fornavn, mellomnavn, etternavn } = owner?.person ?? {};
  return {
    ...(whom === 'person' &&
      owner?.person && { person: { fornavn, ...(mellomnavn !== undefined && { mellomnavn }), etternavn } }),
    ...(whom === 'organisasjon' && owner?.enhet && { organisasjon: owner.enhet }),
    ...(owner && { fra: owner.fomTidspunkt.slice(0, 10) }),
  };
};

const technicalData = ({ godkjenning }: Vehicle): object => {
  const { generelt, motorOgDrivverk } = godkjenning.tekniskGodkjenning.tekniskeData;
  const fuels = motorOgDrivverk.motor.flatMap(({ drivstoff }) => drivstoff.map(({ drivstoffKode }) => drivstoffKode));
  return {
    gruppe: generelt.tekniskKode.kodeNavn,
    gruppeKode: generelt.tekniskKode.kodeVerdi,
    merke: generelt.merke[0]?.merke,
    modell: generelt.handelsbetegnelse[0],
    drivstoff: [...new Set(fuels.map(({ kodeNavn }) => kodeNavn))],
  };
};
