// The probe's module: called with values, streams and an object of .NET.
export const greet = name => `hello ${name}`;

export const callBack = page => page.invokeMethodAsync('CallBackAsync', 'from the browser');

export async function sumOf(stream) {
    return new Uint8Array(await stream.arrayBuffer()).reduce((sum, one) => sum + one, 0);
}

export const makeStream = length => new Uint8Array(length).fill(3);
