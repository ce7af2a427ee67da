import { mongo } from 'mongoose';

/** Names of the methods of a port. */
type Method<Port> = {
  [K in keyof Port]: Port[K] extends (...args: never[]) => Promise<unknown> ? K : never;
}[keyof Port];

/** What the driver throws when the connection breaks; whether the command was carried out is then unknown. */
export function connectionLost(): Error {
  return new mongo.MongoNetworkError('connection reset by peer');
}

/** The next call of the port fails as if the connection had broken before the command arrived. */
export function loseRequest<Port extends object>(port: Port, method: Method<Port> & string): void {
  replaceOnce(port, method, async () => {
    throw connectionLost();
  });
}

/** The next call of the port is carried out, but its answer is lost. */
export function loseAnswer<Port extends object>(port: Port, method: Method<Port> & string): void {
  replaceOnce(port, method, async (call) => {
    await call();
    throw connectionLost();
  });
}

/** Runs `meanwhile` just before the next call of the port: what others do at that moment. */
export function before<Port extends object>(
  port: Port,
  method: Method<Port> & string,
  meanwhile: () => Promise<unknown>,
): void {
  replaceOnce(port, method, async (call) => {
    await meanwhile();
    return call();
  });
}

/**
 * From now on every call of these methods fails, as in a killed process: earlier calls stay done, later ones never happen.
 * @returns a function that ends this
 */
export function killAt<Port extends object>(port: Port, ...methods: readonly (Method<Port> & string)[]): () => void {
  for (const method of methods) own(port, method, () => Promise.reject(connectionLost()));
  return () => methods.forEach((method) => Reflect.deleteProperty(port, method));
}

function replaceOnce<Port extends object>(
  port: Port,
  method: Method<Port> & string,
  instead: (call: () => Promise<unknown>) => Promise<unknown>,
): void {
  const original = Reflect.get(port, method) as (...args: readonly unknown[]) => Promise<unknown>;
  own(port, method, (...args) => {
    Reflect.deleteProperty(port, method);
    return instead(() => original.apply(port, [...args]));
  });
}

/** An own property hides the method of the class until it is deleted. */
function own(port: object, method: string, value: (...args: readonly unknown[]) => Promise<unknown>): void {
  Object.defineProperty(port, method, { value, configurable: true });
}
