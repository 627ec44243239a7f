import type { Tone } from './scan-line.js';

/** Hertz and seconds; who looks at a tube hears what became of it. */
const tunes: Record<Tone, readonly (readonly [pitch: number, length: number])[]> = {
  good: [[1_320, 0.09]],
  again: [
    [880, 0.07],
    [880, 0.07],
  ],
  wrong: [
    [220, 0.18],
    [165, 0.3],
  ],
};

let audio: AudioContext | undefined;

/** Three sounds that cannot be mistaken for one another. Silent where the browser has no sound or does not allow it. */
export function sound(tone: Tone): void {
  try {
    audio ??= new AudioContext();
    void audio.resume();
    let at = audio.currentTime;
    for (const [pitch, length] of tunes[tone]) {
      const voice = audio.createOscillator();
      const loudness = audio.createGain();
      voice.type = tone === 'wrong' ? 'sawtooth' : 'sine';
      voice.frequency.value = pitch;
      loudness.gain.setValueAtTime(0.25, at);
      loudness.gain.exponentialRampToValueAtTime(0.001, at + length);
      voice.connect(loudness).connect(audio.destination);
      voice.start(at);
      voice.stop(at + length);
      at += length + 0.05;
    }
  } catch {
    // No sound here: the verdict is on the screen.
  }
}
