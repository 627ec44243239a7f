import { useState } from 'react';
import { useAct, useDesk, Wrong } from '../desk.js';
import { saveFile, workbookType } from '../export/save-file.js';
import { workbookOf } from '../export/workbook.js';
import { useMoment } from '../times.js';
import { allMissing, type Asked, type InClear } from './missing-data.js';
import { useMissingWords } from './missing-words.js';

/** The whole list as a workbook, as it stands on the screen: masked, but for those who were shown in clear. */
export function MissingExport({
  asked,
  seen,
  place,
}: {
  asked: Asked;
  seen: ReadonlyMap<string, InClear>;
  place: string;
}) {
  const words = useMissingWords();
  const moment = useMoment();
  const desk = useDesk();
  const [read, setRead] = useState(0);
  const save = useAct(async () => {
    setRead(0);
    const people = await allMissing(desk, asked, setRead);
    const rows = people.map((person) => {
      const clear = seen.get(person.residentId);
      return [
        person.areaName,
        person.door,
        clear?.name ?? person.maskedName,
        clear?.document ?? person.maskedDocument ?? '',
        clear?.phone ?? person.maskedPhone ?? '',
        words(`reason_${person.reason}`),
        words(`lane_${person.lane}`),
        person.homeVisit ? words('homeVisit') : '',
        person.deadline === null ? '' : moment(person.deadline),
        person.visitor ?? '',
      ];
    });
    const keys = [
      'area',
      'door',
      'name',
      'document',
      'phone',
      'reason',
      'lane',
      'homeVisit',
      'due',
      'visitor',
    ] as const;
    const sheet = { name: words('file'), head: keys.map((key) => words(key)), rows };
    const day = new Date().toISOString().slice(0, 10);
    saveFile(`${words('file')}-${place}-${day}.xlsx`, workbookOf(sheet), workbookType);
  });
  return (
    <>
      <button
        type="button"
        disabled={save.isPending}
        onClick={() => save.mutate(undefined)}
        title={words('exportHint')}
      >
        {save.isPending ? words('exporting', { count: read }) : words('export')}
      </button>
      <Wrong error={save.error} />
    </>
  );
}
