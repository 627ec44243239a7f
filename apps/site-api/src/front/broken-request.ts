import type { Socket } from 'node:net';
import { problemOf, UnreadableRequest } from '#platform/errors';

/** Answers, in the words of this door, what is so broken that no request was made of it, and hangs up. */
export function refuseBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) {
    socket.destroy(error);
    return;
  }
  const [line, refusal] = answerTo(error.code);
  const body = Buffer.from(JSON.stringify({ ...problemOf(refusal), status: Number(line.slice(0, 3)) }));
  socket.end(
    Buffer.concat([
      Buffer.from(
        `HTTP/1.1 ${line}\r\nContent-Type: application/problem+json; charset=utf-8\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`,
      ),
      body,
    ]),
    () => socket.destroy(),
  );
}

function answerTo(code: string | undefined): [line: string, refusal: UnreadableRequest] {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return [
        '431 Request Header Fields Too Large',
        new UnreadableRequest(
          'too-large',
          'headers-too-large',
          '请求头太大，请去掉多余的请求头或 Cookie 后重试。',
          'The headers are too large. Leave out the ones that are not needed, cookies above all, and try again.',
        ),
      ];
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return [
        '408 Request Timeout',
        new UnreadableRequest(
          'invalid',
          'request-too-slow',
          '请求没有在规定时间内发完，没有任何内容被保存。请检查网络后用同一编号重试。',
          'The request did not arrive whole in time; nothing was stored. Check the network and try again with the same id.',
        ),
      ];
    default:
      return [
        '400 Bad Request',
        new UnreadableRequest(
          'invalid',
          'unreadable-request',
          '收到的内容不是 HTTP 请求，请检查地址、端口和协议（http 还是 https）。',
          'What arrived is no HTTP request. Check the address, the port and the protocol (http or https).',
        ),
      ];
  }
}
