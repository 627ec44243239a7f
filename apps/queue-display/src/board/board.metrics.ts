import { Counter, Gauge } from 'prom-client';

export const screensConnected = new Gauge({ name: 'shihe_display_screens', help: 'Screens that are connected now' });
export const framesSent = new Counter({
  name: 'shihe_display_frames_total',
  help: 'Pictures sent to a site’s screens',
});
export const readsDone = new Counter({ name: 'shihe_display_reads_total', help: 'Reads of a site’s board' });
export const readsFailed = new Counter({ name: 'shihe_display_reads_failed_total', help: 'Reads that failed' });
