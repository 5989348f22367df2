// Runs an ONNX model with onnxruntime-node and prints what it gives as JSON.
// Arguments: the folder that holds node_modules, the model, observations as little-endian floats, numbers in a row.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [folder, model, file, size] = process.argv.slice(2);
const require = createRequire(join(folder, "index.js"));
const { InferenceSession, Tensor } = require("onnxruntime-node");
const bytes = readFileSync(file);
const values = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
const session = await InferenceSession.create(model);
const observations = new Tensor("float32", values, [values.length / Number(size), Number(size)]);
const outputs = await session.run({ observations });
const found = {};
for (const [name, tensor] of Object.entries(outputs)) {
  found[name] = { type: tensor.type, shape: tensor.dims, values: Array.from(tensor.data, Number) };
}

console.log(JSON.stringify({ inputs: session.inputNames, outputs: found }));
