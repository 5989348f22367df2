// Runs an ONNX model with onnxruntime-node and prints what it gives as JSON.
// Arguments: the folder that holds node_modules, the model, observations as little-endian floats, numbers in a row,
// steps: 1 for a batch, or as many as there are rows, each a batch of one whose memory is that of the step before,
// numbers in a row of memory.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [folder, model, file, size, steps] = process.argv.slice(2);
const require = createRequire(join(folder, "index.js"));
const { InferenceSession, Tensor } = require("onnxruntime-node");
const bytes = readFileSync(file);
const values = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
const session = await InferenceSession.create(model);
const [width, count] = [Number(size), Number(steps)];
const rows = values.length / width / count;
const found = {};
let memory;
for (let step = 0; step < count; step++) {
  const part = values.slice(step * rows * width, (step + 1) * rows * width);
  const feeds = { observations: new Tensor("float32", part, [rows, width]) };
  if (memory) {
    feeds.memory = memory;
  } else if (session.inputNames.includes("memory")) {
    const memorySize = Number(process.argv[7]);
    feeds.memory = new Tensor("float32", new Float32Array(rows * memorySize), [rows, memorySize]);
  }

  const outputs = await session.run(feeds);
  memory = outputs.memory_next;
  for (const [name, tensor] of Object.entries(outputs)) {
    found[name] ??= { type: tensor.type, values: [] };
    found[name].values.push(...Array.from(tensor.data, Number));
  }
}

console.log(JSON.stringify({ inputs: session.inputNames, outputs: found }));
