import { browser } from '../device/browser.js';
import type { Shown } from '../work.js';

/** Three sounds that nobody takes for one another, whatever they see through a face shield: up, twice the same, down. */
const tones: Record<Shown['shape'], readonly (readonly [hertz: number, ms: number])[]> = {
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

const shakes: Record<Shown['shape'], number[]> = {
  right: [60],
  already: [60, 60, 60],
  wrong: [300, 80, 300],
  sealed: [150, 60, 150],
};

let context: AudioContext | undefined;

/** Opens what sounds come from, which takes longer than a scan may: when a shift begins, and by a touch, as some phones want it. */
export function openSounds(): void {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  void context.resume();
}

/** Is heard and felt; does nothing where the browser has neither. */
export function sound(shape: Shown['shape']): void {
  browser.navigator.vibrate?.(shakes[shape]);
  openSounds();
  if (context === undefined) return;
  let at = context.currentTime;
  for (const [hertz, ms] of tones[shape]) {
    const until = at + ms / 1_000;
    if (hertz > 0) {
      const tone = context.createOscillator();
      const loudness = context.createGain();
      tone.type = shape === 'right' ? 'sine' : 'square';
      tone.frequency.value = hertz;
      loudness.gain.setValueAtTime(0.3, at);
      loudness.gain.exponentialRampToValueAtTime(0.01, until);
      tone.connect(loudness).connect(context.destination);
      tone.start(at);
      tone.stop(until);
    }
    at = until;
  }
}

/** Says it aloud where the browser has a voice of this language of its own; the sounds are there in any case. */
export function say(text: string, language: string): void {
  if (!('speechSynthesis' in globalThis)) return;
  const voice = speechSynthesis
    .getVoices()
    .find((one) => one.localService && one.lang.toLowerCase().startsWith(language.slice(0, 2).toLowerCase()));
  if (voice === undefined) return;
  speechSynthesis.cancel();
  const words = new SpeechSynthesisUtterance(text.replaceAll('*', ''));
  words.voice = voice;
  words.lang = voice.lang;
  words.rate = 1.15;
  speechSynthesis.speak(words);
}
