import type { VerdictTone } from './verdict-sign.js';

/** Sounds that nobody takes for one another, whatever they see through a face shield: up, twice the same, down, low. */
const tunes: Record<VerdictTone, readonly (readonly [hertz: number, ms: number])[]> = {
  right: [
    [880, 70],
    [1_318, 110],
  ],
  already: [
    [587, 120],
    [0, 60],
    [587, 120],
  ],
  wrong: [
    [330, 160],
    [196, 320],
  ],
  sealed: [
    [196, 180],
    [0, 60],
    [196, 180],
  ],
};

let context: AudioContext | undefined;

/**
 * Opens what sounds come from, which takes longer than a scan may: when work begins, and by a touch, as some phones want
 * it. Silent where the browser has no sound or does not allow it: the verdict is on the screen.
 */
export function openSounds(): void {
  if (typeof AudioContext === 'undefined') return;
  try {
    context ??= new AudioContext();
  } catch {
    return;
  }
  void context.resume();
}

export function sound(tone: VerdictTone): void {
  openSounds();
  if (context === undefined) return;
  let at = context.currentTime;
  for (const [hertz, ms] of tunes[tone]) {
    const until = at + ms / 1_000;
    if (hertz > 0) play(context, { hertz, at, until, isSoft: tone === 'right' });
    at = until;
  }
}

function play(on: AudioContext, note: { hertz: number; at: number; until: number; isSoft: boolean }): void {
  const voice = on.createOscillator();
  const loudness = on.createGain();
  voice.type = note.isSoft ? 'sine' : 'square';
  voice.frequency.value = note.hertz;
  loudness.gain.setValueAtTime(0.3, note.at);
  loudness.gain.exponentialRampToValueAtTime(0.01, note.until);
  voice.connect(loudness).connect(on.destination);
  voice.start(note.at);
  voice.stop(note.until);
}
