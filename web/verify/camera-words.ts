import { wordsOf } from '../every-page/language-context.js';
import type { Dictionary } from '../every-page/language.js';

const zh = {
  start: '打开摄像头扫码',
  stop: '关闭摄像头',
  photo: '从照片识别',
  starting: '正在打开摄像头…',
  aim: '把二维码放进框里',
  refused: '没有使用摄像头的权限。请在手机设置里允许，或改用照片。',
  none: '这里用不了摄像头。请拍一张二维码的照片再选取，或用扫码枪、输入文字。',
  nothingFound: '照片里没有认出二维码，请靠近些、拍清楚再试。',
} as const;

const en: Record<keyof typeof zh, string> = {
  start: 'Scan with the camera',
  stop: 'Turn the camera off',
  photo: 'Read from a photo',
  starting: 'Turning the camera on …',
  aim: 'Hold the QR code inside the frame',
  refused: 'The camera may not be used. Allow it in the phone’s settings, or use a photo.',
  none: 'There is no camera to use here. Choose a photo of the code, or use a scanner or type the text.',
  nothingFound: 'No QR code was found in the photo. Go closer, take a sharp one and try again.',
};

const dictionary: Dictionary<typeof zh> = { 'zh-CN': zh, en };
export const useCameraWords = wordsOf(dictionary);
