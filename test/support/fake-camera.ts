import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { encode } from 'uqr';

const [width, height] = [640, 480];
const framesEach = 20;

/**
 * A film (YUV4MPEG2) in which each of these codes is held before the camera for two seconds, one after the other and again
 * from the beginning: what Chromium shows as its camera with --use-file-for-fake-video-capture.
 */
export async function filmOfCodes(file: string, codes: readonly string[]): Promise<void> {
  const film = createWriteStream(file);
  film.write(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  for (const code of codes) {
    const frame = Buffer.concat([Buffer.from('FRAME\n'), picture(code), Buffer.alloc((width * height) / 2, 128)]);
    for (let n = 0; n < framesEach; n += 1) film.write(frame);
  }
  film.end();
  await finished(film);
}

/** The code in black on white, as large as the picture lets it be. */
function picture(code: string): Buffer {
  const { data, size } = encode(code, { ecc: 'M', border: 4 });
  const module = Math.floor(height / size);
  const [left, top] = [Math.floor((width - size * module) / 2), Math.floor((height - size * module) / 2)];
  const light = Buffer.alloc(width * height, 235);
  data.forEach((row, y) =>
    row.forEach((isDark, x) => {
      if (!isDark) return;
      for (let line = 0; line < module; line += 1) {
        const start = (top + y * module + line) * width + left + x * module;
        light.fill(16, start, start + module);
      }
    }),
  );
  return light;
}
