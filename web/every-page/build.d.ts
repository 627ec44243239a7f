/** Names the build of the pages that this code belongs to. */
declare const __BUILD__: string;
