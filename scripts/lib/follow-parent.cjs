// Required by the processes that `npm start` and the browser tests start: they
// end when the process that started them is gone, however it went.
if (process.channel) {
  process.channel.unref();
  process.once('disconnect', () => process.exit(1));
}
