// Reads an MCAP file with @mcap/core, through its index and as a stream, and prints what both found as JSON.
// Arguments: the folder that holds node_modules, then the file.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [folder, file] = process.argv.slice(2);
const require = createRequire(join(folder, "index.js"));
const { McapIndexedReader, McapStreamReader } = require("@mcap/core");
const { protobufFromBinaryDescriptor } = require("@mcap/support");
const { crc32 } = require("@foxglove/crc");
const bytes = new Uint8Array(readFileSync(file));

function decoder(schemas) {
  const types = new Map();
  return (channel, message) => {
    const schema = schemas.get(channel.schemaId);
    if (schema?.encoding !== "protobuf" || schema.data.length < 10) {
      return { hex: Buffer.from(message.data).toString("hex").toUpperCase() };
    }

    if (!types.has(schema.id)) {
      types.set(schema.id, protobufFromBinaryDescriptor(schema.data).lookupType(schema.name));
    }

    const type = types.get(schema.id);
    const value = type.decode(message.data);
    return type.toObject(value, { longs: String, bytes: String, enums: String, json: true });
  };
}

function row(channel, message, decode) {
  return {
    topic: channel.topic,
    sequence: message.sequence,
    logTime: String(message.logTime),
    publishTime: String(message.publishTime),
    value: decode(channel, message),
  };
}

async function indexed() {
  const readable = {
    size: async () => BigInt(bytes.length),
    read: async (offset, length) => bytes.subarray(Number(offset), Number(offset + length)),
  };
  const reader = await McapIndexedReader.Initialize({ readable });
  const decode = decoder(reader.schemasById);
  const messages = [];
  for await (const message of reader.readMessages({ validateCrcs: true })) {
    messages.push(row(reader.channelsById.get(message.channelId), message, decode));
  }

  const metadata = [];
  for await (const record of reader.readMetadata()) {
    metadata.push({ name: record.name, entries: Object.fromEntries(record.metadata) });
  }

  const attachments = [];
  for await (const record of reader.readAttachments({ validateCrcs: true })) {
    attachments.push({ name: record.name, hex: Buffer.from(record.data).toString("hex").toUpperCase() });
  }

  return {
    messages,
    metadata,
    attachments,
    chunkCount: reader.chunkIndexes.length,
    messageCount: Number(reader.statistics.messageCount),
  };
}

function streamed() {
  const reader = new McapStreamReader({ validateCrcs: true });
  reader.append(bytes);
  const schemas = new Map();
  const channels = new Map();
  const decode = decoder(schemas);
  const messages = [];
  let offset = 0;
  let hasDataEnd = false;
  let isDataCrcRight = false;
  for (let record; (record = reader.nextRecord()); ) {
    if (record.type === "Schema") {
      schemas.set(record.id, record);
    } else if (record.type === "Channel") {
      channels.set(record.id, record);
    } else if (record.type === "Message") {
      messages.push(row(channels.get(record.channelId), record, decode));
    } else if (record.type === "DataEnd") {
      // Where it stands is found by walking the heads of the records.
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      for (offset = 8; bytes[offset] !== 0x0f; offset += 9 + Number(view.getBigUint64(offset + 1, true)));
      hasDataEnd = true;
      isDataCrcRight = crc32(bytes.subarray(0, offset)) === record.dataSectionCrc;
    }
  }

  return { messages, isDone: reader.done(), hasDataEnd, isDataCrcRight };
}

console.log(JSON.stringify({ indexed: await indexed(), streamed: streamed() }));
