/**
 * A fetch for one file that tells how much of it has left: an ordinary fetch says nothing until the answer is here.
 * @param onSent takes the share of its bytes that have left, from 0 to 1
 */
export function sending(file: File, onSent: (share: number) => void): (request: Request) => Promise<Response> {
  return (request) =>
    new Promise((resolve, reject) => {
      const call = new XMLHttpRequest();
      call.open(request.method, request.url);
      request.headers.forEach((value, name) => call.setRequestHeader(name, value));
      call.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total);
      call.upload.onload = () => onSent(1);
      call.onload = () => {
        const headers = { 'content-type': call.getResponseHeader('content-type') ?? '' };
        resolve(new Response(call.responseText, { status: call.status, headers }));
      };
      call.onerror = () => reject(new TypeError('the house cannot be reached'));
      call.send(file);
    });
}
