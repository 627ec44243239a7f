import { sound } from '../../every-page/verdict/verdict-sound.js';
import type { VerdictTone } from '../../every-page/verdict/verdict-sign.js';
import { browser } from '../device/browser.js';

const shakes: Record<VerdictTone, number[]> = {
  right: [60],
  already: [60, 60, 60],
  wrong: [300, 80, 300],
  sealed: [150, 60, 150],
};

/** A verdict is felt and heard; nothing happens where the browser can do neither. */
export function tell(tone: VerdictTone): void {
  browser.navigator.vibrate?.(shakes[tone]);
  sound(tone);
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
