// The way to the playground's server: a few POSTs, the state, and the stream of events.

/** Sends a request of the page; resolves to the answer, throws an Error with the server's words. */
export async function post(path, body = {}) {
  const answer = await fetch(`/ui/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const data = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(data.error || `${answer.status} ${answer.statusText}`);
  return data;
}

/** Everything the page needs to draw itself afresh. */
export async function readState() {
  const answer = await fetch("/ui/state", { cache: "no-store" });
  if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
  return answer.json();
}

/**
 * Follows the events. `fresh(state)` is called after each (re)connection, then `event(value)` in order;
 * what arrives while the state is being read waits for it.
 */
export function follow({ fresh, event, connection }) {
  const stream = new EventSource("/ui/events");
  let waiting = [];
  const load = async () => {
    waiting ??= [];
    try {
      fresh(await readState());
    } catch {
      setTimeout(load, 1500);
      return;
    }
    connection(true);
    const late = waiting;
    waiting = null;
    late.forEach(event);
  };
  stream.onopen = load;
  stream.onmessage = (message) => {
    const value = JSON.parse(message.data);
    if (waiting) waiting.push(value);
    else event(value);
  };
  stream.onerror = () => {
    connection(false);
    if (stream.readyState !== EventSource.CLOSED) return;
    setTimeout(() => follow({ fresh, event, connection }), 2000);
  };
}
