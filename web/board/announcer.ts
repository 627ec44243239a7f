import type { Sentence } from './spoken.js';

const clips = import.meta.glob<string>('./voice/*/*.mp3', { eager: true, query: '?url', import: 'default' });

/** Between two sentences, in seconds. */
const pauseSeconds = 0.35;

/** Speaks calls through the loudspeaker: a chime, then clips recorded beforehand, since many boxes have no Chinese voice. */
export class Announcer {
  private readonly context = newContext();
  private readonly sounds = new Map<string, Promise<AudioBuffer | undefined>>();

  /** Browsers let a page sound only after somebody has touched it, unless the box was set up otherwise. */
  get isAllowed(): boolean {
    return this.context?.state === 'running';
  }

  async allow(): Promise<void> {
    await this.context?.resume();
  }

  /** Resolves when it was said whole. A clip that does not load is left out: half a call is better than none. */
  async say({ zh, en }: Sentence, times: number): Promise<void> {
    const { context } = this;
    if (context === undefined) return;
    let at = chime(context, context.currentTime + 0.05);
    for (let time = 0; time < times; time += 1) {
      at =
        (await this.lay(
          context,
          zh.map((clip) => `./voice/zh/${clip}.mp3`),
          at,
        )) + pauseSeconds;
      at =
        (await this.lay(
          context,
          en.map((clip) => `./voice/en/${clip}.mp3`),
          at,
        )) + pauseSeconds;
    }
    await new Promise((done) => setTimeout(done, Math.max(0, at - context.currentTime) * 1_000));
  }

  private async lay(context: AudioContext, files: string[], from: number): Promise<number> {
    const sounds = await Promise.all(files.map((file) => this.sound(context, file)));
    let at = Math.max(from, context.currentTime + 0.02);
    for (const sound of sounds) {
      if (sound === undefined) continue;
      const source = context.createBufferSource();
      source.buffer = sound;
      source.connect(context.destination);
      source.start(at);
      at += sound.duration;
    }
    return at;
  }

  private sound(context: AudioContext, file: string): Promise<AudioBuffer | undefined> {
    const held = this.sounds.get(file);
    if (held !== undefined) return held;
    const loading = load(context, file);
    this.sounds.set(file, loading);
    // What did not load is tried again the next time it is needed.
    void loading.then((sound) => {
      if (sound === undefined) this.sounds.delete(file);
    });
    return loading;
  }
}

async function load(context: AudioContext, file: string): Promise<AudioBuffer | undefined> {
  const address = clips[file];
  if (address === undefined) return undefined;
  try {
    const answer = await fetch(address);
    return answer.ok ? await context.decodeAudioData(await answer.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}

/** Two tones, a third apart. @returns when they have faded, in seconds of the context */
function chime(context: AudioContext, from: number): number {
  for (const [hertz, at] of [
    [880, from],
    [698, from + 0.35],
  ] as const) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0.35, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + 0.8);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + 0.85);
  }
  return from + 1.1;
}

/** Older Safaris have it under another name; where there is none the board is silent. */
function newContext(): AudioContext | undefined {
  const { AudioContext: Usual, webkitAudioContext: Older } = globalThis as unknown as {
    AudioContext?: typeof AudioContext;
    webkitAudioContext?: typeof AudioContext;
  };
  const Context = Usual ?? Older;
  return Context && new Context();
}
