import desk from '../locales/lv/desk.json';
import queue from '../locales/lv/queue.json';
import shared from '../locales/lv/shared.json';

/** The Latvian texts that the desk begins with: its frame and the queue. A key may stand in one catalogue only. */
export const texts = {
  ...desk,
  ...queue,
  ...shared,
};
