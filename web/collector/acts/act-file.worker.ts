/// <reference lib="webworker" />
// Keeps the file of acts: only here, beside the page, browsers write a file through to the disk line by line.
interface Asked {
  n: number;
  append?: string;
  replace?: string;
}

let handle: FileSystemSyncAccessHandle | undefined;

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  void answer(data).then(
    (text) => postMessage({ n: data.n, text }),
    (error: unknown) => postMessage({ n: data.n, error: String(error) }),
  );
});

async function answer({ append, replace }: Asked): Promise<string> {
  handle ??= await opened();
  if (append !== undefined) {
    handle.write(new TextEncoder().encode(append), { at: handle.getSize() });
    handle.flush();
    return '';
  }
  if (replace !== undefined) {
    const bytes = new TextEncoder().encode(replace);
    handle.truncate(0);
    handle.write(bytes, { at: 0 });
    handle.flush();
    return '';
  }
  const bytes = new Uint8Array(handle.getSize());
  handle.read(bytes, { at: 0 });
  return new TextDecoder().decode(bytes);
}

/** The page before this one may hold the file for another moment. */
async function opened(): Promise<FileSystemSyncAccessHandle> {
  const folder = await navigator.storage.getDirectory();
  const file = await folder.getFileHandle('acts.jsonl', { create: true });
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await file.createSyncAccessHandle();
    } catch (error) {
      if (attempt === 20) throw error;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }
}

export {};
