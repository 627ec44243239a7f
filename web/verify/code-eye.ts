import decoderAddress from 'zxing-wasm/reader/zxing_reader.wasm?url';

type Detector = import('barcode-detector/ponyfill').BarcodeDetector;

let opened: Promise<Detector> | undefined;

/** Reads QR codes off pictures with the decoder that the page brings along; fetched when somebody first needs it. */
async function detector(): Promise<Detector> {
  const { BarcodeDetector, prepareZXingModule } = await import('barcode-detector/ponyfill');
  prepareZXingModule({ overrides: { locateFile: () => decoderAddress } });
  return new BarcodeDetector({ formats: ['qr_code'] });
}

/** The text of a QR code in the picture; undefined where none can be read. */
export async function textIn(picture: Blob | HTMLVideoElement): Promise<string | undefined> {
  opened ??= detector();
  try {
    const [found] = await (await opened).detect(picture);
    return found?.rawValue;
  } catch {
    return undefined;
  }
}
