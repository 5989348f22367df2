// Writes a small MCAP file with @mcap/core.
// Arguments: the folder that holds node_modules, the file, and options in any order:
// unchunked, nosummary, lz4, zstd.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [folder, file, ...options] = process.argv.slice(2);
const require = createRequire(join(folder, "index.js"));
const { McapWriter } = require("@mcap/core");
const parts = [];
let length = 0;
const has = (name) => options.includes(name);
const compression = options.find((name) => name === "lz4" || name === "zstd");

async function compressor() {
  if (compression === "lz4") {
    // No compressor at hand: a reader that refuses the name never looks at the bytes.
    return (data) => ({ compression, compressedData: data });
  }

  if (compression === "zstd") {
    const zstd = require("@foxglove/wasm-zstd");
    await zstd.isLoaded;
    return (data) => ({ compression, compressedData: zstd.compress(data, 3) });
  }

  return undefined;
}

const useSummary = !has("nosummary");
const writer = new McapWriter({
  writable: {
    position: () => BigInt(length),
    write: async (bytes) => {
      parts.push(Buffer.from(bytes));
      length += bytes.length;
    },
  },
  useChunks: !has("unchunked"),
  chunkSize: 200,
  compressChunk: await compressor(),
  useStatistics: useSummary,
  useSummaryOffsets: useSummary,
  repeatSchemas: useSummary,
  repeatChannels: useSummary,
  useAttachmentIndex: useSummary,
  useMetadataIndex: useSummary,
  useMessageIndex: useSummary,
  useChunkIndex: useSummary,
});
await writer.start({ profile: "", library: "write.mjs" });
const schemaId = await writer.registerSchema({ name: "S", encoding: "jsonschema", data: Buffer.from("{}") });
const ids = [];
for (const topic of ["/a", "/b"]) {
  const metadata = new Map([["role", topic]]);
  ids.push(await writer.registerChannel({ topic, schemaId, messageEncoding: "json", metadata }));
}

await writer.addMetadata({ name: "manifest", metadata: new Map([["seed", "7"]]) });
for (let i = 0; i < 30; i++) {
  const data = Buffer.from(JSON.stringify({ i }));
  const channelId = ids[i % 2];
  await writer.addMessage({ channelId, sequence: i, logTime: BigInt(100 + i), publishTime: BigInt(i), data });
}

await writer.addAttachment({
  name: "notes",
  logTime: 1n,
  createTime: 2n,
  mediaType: "text/plain",
  data: Buffer.from("hello"),
});
await writer.end();
writeFileSync(file, Buffer.concat(parts));
