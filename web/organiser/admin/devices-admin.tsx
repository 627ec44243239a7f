import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Empty, Loading, Trouble } from '../../every-page/look/states.js';
import { useAct, useDesk, Wrong, type AnswerTo } from '../desk.js';
import { Table, type Column } from '../table.js';
import { useMoment } from '../times.js';
import { EnrolmentCode } from './enrolment-code.js';
import { onSubmit } from './form.js';
import { usePeopleWords } from './people-words.js';
import { useSites } from './sites-admin.js';

type Device = AnswerTo<'/api/v1/sites/{id}/devices'>['devices'][number];

/** How often the list looks for a device that has just been enrolled. */
const lookEveryMs = 5_000;

/** The devices of a site: code, approval by a second person, and stopping one that was lost. */
export function DevicesAdmin({ siteId }: { siteId: string }) {
  const words = usePeopleWords();
  const sites = useSites();
  const [, go] = useLocation();
  const chosen = siteId === '' ? sites.data?.[0]?.id : siteId;
  return (
    <>
      <h1>{words('devices')}</h1>
      <p className="intro">{words('devicesIntro')}</p>
      <div className="tools">
        <label>
          {words('site')}
          <select value={chosen ?? ''} onChange={({ target }) => go(`/devices/${target.value}`)}>
            {sites.data?.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      {sites.isPending && <Loading />}
      {sites.data === undefined && sites.error !== null && <Trouble error={sites.error} />}
      {chosen !== undefined && <EnrolmentCode key={chosen} siteId={chosen} />}
      {chosen !== undefined && <DeviceList siteId={chosen} />}
    </>
  );
}

function DeviceList({ siteId }: { siteId: string }) {
  const words = usePeopleWords();
  const moment = useMoment();
  const { house, ask } = useDesk();
  const devices = useQuery({
    queryKey: ['devices', siteId],
    queryFn: async () =>
      (await ask(house.GET('/api/v1/sites/{id}/devices', { params: { path: { id: siteId } } }))).devices,
    refetchInterval: lookEveryMs,
  });
  const columns: Column<Device>[] = [
    { head: words('device'), kind: 'name', cell: ({ name }) => name },
    {
      head: words('deviceState'),
      cell: ({ state, revokeReason }) => (
        <>
          <span className={`state-word ${state}`}>{words(`device_${state}`)}</span>
          {revokeReason !== null && <small>{revokeReason}</small>}
        </>
      ),
    },
    {
      head: words('lastContact'),
      cell: ({ lastContactAt }) => (lastContactAt === null ? words('never') : moment(lastContactAt)),
    },
    {
      head: words('missing'),
      cell: ({ missing }) => (missing > 0 ? <strong className="late-mark">⚠ {missing}</strong> : '0'),
    },
    { head: words('until'), cell: ({ notAfter }) => (notAfter === null ? '—' : moment(notAfter)) },
    { head: words('manage'), kind: 'acts', cell: (device) => <DeviceActs device={device} /> },
  ];
  if (devices.data === undefined) {
    return devices.error === null ? (
      <Loading />
    ) : (
      <Trouble error={devices.error} onTryAgain={() => void devices.refetch()} />
    );
  }
  if (devices.data.length === 0) {
    return (
      <Empty title={words('noDevices')}>
        <p>{words('noDevicesHint')}</p>
      </Empty>
    );
  }
  return <Table isPanel label={words('devices')} columns={columns} rows={devices.data} keyOf={({ id }) => id} />;
}

function DeviceActs({ device }: { device: Device }) {
  const words = usePeopleWords();
  const { house, ask } = useDesk();
  const [isRevoking, beginRevoking] = useState(false);
  const params = { path: { id: device.id } };
  const approve = useAct(() => ask(house.PUT('/api/v1/devices/{id}/approval', { params })));
  const revoke = useAct((reason: string) =>
    ask(house.PUT('/api/v1/devices/{id}/revocation', { params, body: { reason } })),
  );
  const isRunning = device.state === 'waiting' || device.state === 'approved';
  return (
    <>
      {device.state === 'waiting' && (
        <button
          type="button"
          className="main"
          title={words('approveHint')}
          disabled={approve.isPending}
          onClick={() => approve.mutate(undefined)}
        >
          {words('approve')}
        </button>
      )}{' '}
      {isRunning && !isRevoking && (
        <button type="button" className="danger" onClick={() => beginRevoking(true)}>
          {words('revoke')}
        </button>
      )}
      {isRevoking && isRunning && (
        <form className="in-line" onSubmit={onSubmit((text) => revoke.mutate(text('reason')))}>
          <label>
            {words('revokeReason', { name: device.name })}
            <input name="reason" required maxLength={200} autoFocus />
          </label>
          <button type="submit" className="danger" disabled={revoke.isPending}>
            {words('revoke')}
          </button>
        </form>
      )}
      <Wrong error={approve.error ?? revoke.error} />
    </>
  );
}
