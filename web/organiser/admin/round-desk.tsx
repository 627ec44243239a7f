import { Link } from 'wouter';
import { Empty, Loading, Trouble } from '../../every-page/look/states.js';
import { useDesk } from '../desk.js';
import { localInput } from '../times.js';
import { useRounds, type Round } from '../today/round-data.js';
import { useAdminWords } from './admin-words.js';
import { ChangeForm } from './change-form.js';
import { MomentField, TextField } from './fields.js';
import { momentOf } from './form.js';
import { SettingsForm, type SettingGroup } from './settings-form.js';

type Settings = Round['settings'];

const groups: readonly SettingGroup<Settings>[] = [
  {
    title: 'goal',
    settings: ['coverageTargetPercent', 'retestDeadlineHours', 'untestedMinutes', 'positivesNeedSecondPerson'],
  },
  {
    title: 'delays',
    settings: [
      'openTubeAlarmMinutes',
      'unboxedAlarmMinutes',
      'undispatchedAlarmMinutes',
      'unreceivedAlarmMinutes',
      'hubDwellAlarmMinutes',
    ],
  },
  { title: 'codes', settings: ['barcodePattern', 'boxPattern', 'toleratedClockSkewMinutes'] },
];

/** What of one round may be changed until it ends: its name, its deadline and its settings. */
export function RoundDesk({ roundId }: { roundId: string }) {
  const words = useAdminWords();
  const rounds = useRounds();
  const round = rounds.data?.find(({ id }) => id === roundId);
  return (
    <>
      <p>
        <Link href="/rounds">← {words('back')}</Link>
      </p>
      {rounds.isPending && <Loading />}
      {rounds.data === undefined && rounds.error !== null && (
        <Trouble error={rounds.error} onTryAgain={() => void rounds.refetch()} />
      )}
      {rounds.data !== undefined && round === undefined && <Empty title={words('noSuchRound')} />}
      {round !== undefined && <OpenRound round={round} />}
    </>
  );
}

function OpenRound({ round }: { round: Round }) {
  const words = useAdminWords();
  const { house, ask } = useDesk();
  const change = (body: { name?: string; deadline?: string; settings?: Partial<Settings> }) =>
    ask(house.PATCH('/api/v1/rounds/{id}', { params: { path: { id: round.id } }, body }));
  return (
    <>
      <h1>{round.name}</h1>
      <p className="intro">{words(round.state === 'closed' ? 'roundIsOver' : 'roundChangeIntro')}</p>
      {round.state !== 'closed' && (
        <>
          <section className="panel" aria-labelledby="round-name">
            <h2 id="round-name">{words('nameAndDeadline')}</h2>
            <ChangeForm
              isMain
              change={({ name, deadline }) =>
                change({
                  ...(name !== undefined && { name }),
                  ...(deadline !== undefined && { deadline: momentOf(deadline) }),
                })
              }
            >
              <TextField label={words('name')} name="name" most={100} first={round.name} />
              <MomentField label={words('deadline')} name="deadline" first={localInput(new Date(round.deadline))} />
            </ChangeForm>
          </section>
          <section className="panel" aria-labelledby="round-settings">
            <h2 id="round-settings">{words('settings')}</h2>
            <SettingsForm groups={groups} values={round.settings} change={(settings) => change({ settings })} />
          </section>
        </>
      )}
    </>
  );
}
