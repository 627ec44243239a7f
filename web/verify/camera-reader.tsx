import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { useCameraWords } from './camera-words.js';
import { textIn } from './code-eye.js';
import './camera-reader.css';

type Eye = 'closed' | 'opening' | 'open' | 'refused' | 'none';

const lookEveryMs = 180;
/** The same code in front of the camera for so long is one scan. */
const sameForMs = 2_500;

/** Reads QR codes with the camera, or from a photo where a browser lets nobody at the camera, as WeChat's often does. */
export function CameraReader({ onCode }: { onCode: (text: string) => void }) {
  const words = useCameraWords();
  const [eye, setEye] = useState<Eye>('closed');
  const [isBlank, setBlank] = useState(false);
  const photo = useId();
  const isOn = eye === 'opening' || eye === 'open';

  const readPhoto = async (file: File | undefined) => {
    if (file === undefined) return;
    const text = await textIn(file);
    setBlank(text === undefined);
    if (text !== undefined) onCode(text);
  };

  return (
    <div className="camera-reader">
      {isOn && <Viewfinder onCode={onCode} onChange={setEye} />}
      {eye === 'opening' && <p role="status">{words('starting')}</p>}
      {eye === 'open' && <p>{words('aim')}</p>}
      {(eye === 'refused' || eye === 'none') && (
        <p className="wrong" role="alert">
          {words(eye)}
        </p>
      )}
      {isBlank && (
        <p className="wrong" role="alert">
          {words('nothingFound')}
        </p>
      )}
      <div className="camera-choices">
        <button type="button" className={isOn ? '' : 'main'} onClick={() => setEye(isOn ? 'closed' : 'opening')}>
          {words(isOn ? 'stop' : 'start')}
        </button>
        <span className="photo-choice">
          <input
            id={photo}
            className="for-readers"
            type="file"
            accept="image/*"
            onChange={({ target }) => {
              void readPhoto(target.files?.[0]);
              target.value = '';
            }}
          />
          <label htmlFor={photo}>{words('photo')}</label>
        </span>
      </div>
    </div>
  );
}

function Viewfinder({ onCode, onChange }: { onCode: (text: string) => void; onChange: (eye: Eye) => void }) {
  const place = useRef<HTMLVideoElement>(null);
  const changed = useEffectEvent(onChange);
  const found = useEffectEvent(onCode);
  useEffect(() => {
    const video = place.current;
    let isLeft = false;
    let stream: MediaStream | undefined;
    const watch = async () => {
      let last = { text: '', at: -Infinity };
      while (!isLeft && video !== null) {
        const text = video.readyState >= 2 ? await textIn(video) : undefined;
        const now = performance.now();
        if (text !== undefined) {
          // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- the page may be left while it is read
          if (!isLeft && (text !== last.text || now - last.at > sameForMs)) found(text);
          last = { text, at: now };
        }
        await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      }
    };
    const open = async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({
          video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 } },
        });

        if (isLeft || video === null) return close();
        video.srcObject = stream;
        await video.play();
        changed('open');
        await watch();
      } catch (error) {
        if (!isLeft) changed(error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'none');
      }
    };
    const close = () => stream?.getTracks().forEach((track) => track.stop());
    void open();
    return () => {
      isLeft = true;
      close();
    };
  }, []);
  return <video ref={place} className="viewfinder" muted playsInline />;
}
