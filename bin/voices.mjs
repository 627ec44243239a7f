// node bin/voices.mjs: makes the clips of which the board speaks its calls, web/board/voice/{zh,en}/*.mp3. They are kept in
// the repository; this is run again only when a word changes. Needs espeak-ng and ffmpeg (Debian packages of these names).
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const letters = Object.fromEntries(
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => [`letter-${letter.toLowerCase()}`, letter]),
);
const numbered = (prefix, words, from = 0) =>
  Object.fromEntries(words.map((word, n) => [`${prefix}-${n + from}`, word]));
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const languages = {
  zh: {
    voice: 'cmn',
    speed: 150,
    letters: 'en-us',
    words: {
      please: '请',
      and: '和',
      until: '到',
      'number-to': '号，到',
      table: '号采样台',
      ...numbered('read', [...'零幺二三四五六七八九']),
      ...numbered('count', [...'一二三四五六七八九十'], 1),
      ...letters,
    },
  },
  en: {
    voice: 'en-gb',
    speed: 150,
    letters: 'en-gb',
    words: {
      number: 'Number',
      and: 'and',
      until: 'to',
      'to-table': 'please go to table',
      ...numbered('read', ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']),
      ...numbered(
        'count',
        ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen',
          'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
        1,
      ), // prettier-ignore
      ...Object.fromEntries(tens.map((word, n) => [`count-${(n + 2) * 10}`, word])),
      ...letters,
    },
  },
};

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'shihe-voices-'));
try {
  for (const [language, { voice, speed, letters: letterVoice, words }] of Object.entries(languages)) {
    const out = join(root, 'web', 'board', 'voice', language);
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out, { recursive: true });
    for (const [name, word] of Object.entries(words)) {
      const wave = join(folder, `${name}.wav`);
      const speaker = name.startsWith('letter-') ? letterVoice : voice;
      execFileSync('espeak-ng', ['-v', speaker, '-s', String(speed), '-a', '180', '-w', wave, word]);
      // Silence at both ends is cut off, a breath is put back, and all are equally loud.
      const filter =
        'silenceremove=start_periods=1:start_threshold=-45dB,areverse,silenceremove=start_periods=1:start_threshold=-45dB,areverse,apad=pad_dur=0.04,loudnorm=I=-16:TP=-1.5,aresample=24000';
      execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', wave, '-af', filter, '-ac', '1', '-b:a', '32k', '-map_metadata', '-1', join(out, `${name}.mp3`)]); // prettier-ignore
    }
    console.log(`${language}: ${Object.keys(words).length} clips`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
