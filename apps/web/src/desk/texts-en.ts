import desk from '../locales/en/desk.json';
import queue from '../locales/en/queue.json';
import shared from '../locales/en/shared.json';

/** The English texts that the desk begins with: its frame and the queue. A key may stand in one catalogue only. */
export const texts = {
  ...desk,
  ...queue,
  ...shared,
};
