// A chat's messages in the order of their ids: found by halving, so that a long chat costs no more than a short one.

/** Where a message with this id stands, or would stand. */
export function placeOf(messages, id) {
  let [low, high] = [0, messages.length];
  if (high > 0 && messages[high - 1].message_id < id) return high; // the usual case: a new one comes last
  while (low < high) {
    const middle = (low + high) >> 1;
    if (messages[middle].message_id < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

const holds = (message, id) => message !== undefined && (message.message_ids ?? [message.message_id]).includes(id);

/** The message with this id, or the album that one of its pictures has; undefined where there is none. */
export function findMessage(messages, id) {
  const at = placeOf(messages, id);
  return [messages[at], messages[at - 1]].find((message) => holds(message, id));
}

/** Puts a message in its place; false where it took that of an older form. */
export function putInOrder(messages, message) {
  const at = placeOf(messages, message.message_id);
  const known = messages[at]?.message_id === message.message_id;
  messages.splice(at, known ? 1 : 0, message);
  return !known;
}

/** Takes a message out. */
export function takeOut(messages, id) {
  const at = placeOf(messages, id);
  if (messages[at]?.message_id === id) messages.splice(at, 1);
}
