import type { BarcodeDetector } from 'barcode-detector/ponyfill';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { wordsOf } from '../language-context.js';
import type { Dictionary } from '../language.js';

const zh = {
  starting: '正在打开摄像头…',
  aim: '把码放进框里',
  refused: '没有摄像头权限。请在浏览器设置里允许，或用扫码枪、手工输入。',
  none: '打不开摄像头。请用扫码枪或手工输入。',
} as const;
const en = {
  starting: 'Opening the camera …',
  aim: 'Hold the code in the frame',
  refused: 'The camera is not allowed. Allow it in the browser’s settings, or use a scanner or the keys.',
  none: 'The camera cannot be opened. Use a scanner or the keys.',
};
const dictionary: Dictionary<typeof zh> = { 'zh-CN': zh, en };
const useWords = wordsOf(dictionary);

type State = 'starting' | 'aim' | 'refused' | 'none';

/** Between two looks: quick enough for a person, slow enough for a battery. */
const lookEveryMs = 120;

/** Reads codes with the camera for as long as it is shown. The same code is told again and again while it is in sight. */
export function Camera({ onCode }: { onCode: (code: string) => void }) {
  const words = useWords();
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<State>('starting');
  const heard = useEffectEvent(onCode);

  useEffect(() => {
    const shown = video.current;
    if (shown === null) return;
    const ending = new AbortController();
    watch(shown, heard, setState, ending.signal).catch((error: unknown) => {
      const isRefused = error instanceof DOMException && error.name === 'NotAllowedError';
      if (!ending.signal.aborted) setState(isRefused ? 'refused' : 'none');
    });
    return () => ending.abort();
  }, []);

  return (
    <div className="camera">
      <video ref={video} playsInline muted aria-hidden="true" />
      <p role="status">{words(state)}</p>
    </div>
  );
}

async function watch(
  video: HTMLVideoElement,
  onCode: (code: string) => void,
  tell: (state: State) => void,
  ending: AbortSignal,
): Promise<void> {
  const [stream, detector] = await Promise.all([openCamera(), newDetector()]);
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  if (ending.aborted) {
    stop();
    return;
  }
  ending.addEventListener('abort', stop);
  video.srcObject = stream;
  await video.play();
  tell('aim');
  for (;;) {
    const found = video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA ? await detector.detect(video) : [];
    if (hasEnded(ending)) return;
    for (const { rawValue } of found) onCode(rawValue);
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}

/** Asked anew each time: it may have ended during any wait. */
function hasEnded(ending: AbortSignal): boolean {
  return ending.aborted;
}

/** The camera that looks away from the person, with as much detail as a small code on a tube needs. */
function openCamera(): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
  });
}

const formats = ['qr_code', 'code_128', 'code_39', 'data_matrix', 'ean_13'] as const;

/** The browser's own reader where it has one; else one that the page brings along, fetched only now. */
async function newDetector(): Promise<Pick<BarcodeDetector, 'detect'>> {
  const own = (globalThis as { BarcodeDetector?: typeof BarcodeDetector }).BarcodeDetector;
  const supported: readonly string[] = (await own?.getSupportedFormats().catch(() => [])) ?? [];
  if (own !== undefined && formats.every((format) => supported.includes(format))) {
    return new own({ formats: [...formats] });
  }
  const [brought, { default: decoder }] = await Promise.all([
    import('barcode-detector/ponyfill'),
    import('zxing-wasm/reader/zxing_reader.wasm?url'),
  ]);
  // It would be fetched from far away otherwise.
  brought.prepareZXingModule({
    overrides: { locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? decoder : prefix + path) },
  });
  return new brought.BarcodeDetector({ formats: [...formats] });
}
