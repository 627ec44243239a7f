import { Link } from 'wouter';
import { Empty, Loading, Trouble } from '../../every-page/look/states.js';
import { useAct, useDesk } from '../desk.js';
import { localInput } from '../times.js';
import { useRounds, type Round } from '../today/round-data.js';
import { useAdminWords } from './admin-words.js';
import { ActForm, MomentField, TextField } from './fields.js';
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
  const path = { id: round.id };
  const rename = useAct((body: { name?: string; deadline?: string }) =>
    ask(house.PATCH('/api/v1/rounds/{id}', { params: { path }, body })),
  );
  const set = useAct((settings: Partial<Settings>) =>
    ask(house.PATCH('/api/v1/rounds/{id}', { params: { path }, body: { settings } })),
  );
  const deadline = localInput(new Date(round.deadline));
  return (
    <>
      <h1>{round.name}</h1>
      <p className="intro">{words(round.state === 'closed' ? 'roundIsOver' : 'roundChangeIntro')}</p>
      {round.state !== 'closed' && (
        <>
          <section className="panel" aria-labelledby="round-name">
            <h2 id="round-name">{words('nameAndDeadline')}</h2>
            <ActForm
              isMain
              act={rename}
              submit={words('keepSettings')}
              said={rename.isSuccess ? words('settingsKept') : undefined}
              send={(text) =>
                rename.mutate({
                  name: text('name'),
                  // The field knows no seconds: left as it is, the deadline keeps its own.
                  ...(text('deadline') === deadline ? {} : { deadline: momentOf(text('deadline')) }),
                })
              }
            >
              <TextField label={words('name')} name="name" most={100} first={round.name} />
              <MomentField label={words('deadline')} name="deadline" first={deadline} />
            </ActForm>
          </section>
          <section className="panel" aria-labelledby="round-settings">
            <h2 id="round-settings">{words('settings')}</h2>
            <SettingsForm groups={groups} values={round.settings} act={set} />
          </section>
        </>
      )}
    </>
  );
}
