// `node bin/healthy.mjs 3000`: exit code 0 when the app on this port says that it is ready. For container health checks.
const port = Number(process.argv[2]);
try {
  const response = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(3000) });
  process.exitCode = response.status === 200 ? 0 : 1;
} catch {
  process.exitCode = 1;
}
