// Loaded into each app before its own code: when the starter dies without a word, the app stops instead of staying
// behind. The pipe to the starter must not keep an app alive that has finished.
if (process.channel !== undefined) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
