using System.Text.Json;
using System.Text.Unicode;
using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Tensors;

/// <summary>
/// Reads the JSON header of a safetensors file: one object of tensor name to { dtype, shape, data_offsets }, and of
/// <c>__metadata__</c> to texts. Anything else, a name given twice among it, is a fault with its place.
/// </summary>
internal ref struct SafetensorsHeader
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 4 };

    private readonly ReadOnlySpan<byte> _json;
    private readonly int _start;
    private Utf8JsonReader _reader;

    private SafetensorsHeader(ReadOnlySpan<byte> json, int start)
    {
        _json = json;
        _start = start;
        _reader = new Utf8JsonReader(json, Options);
    }

    public List<SafetensorsEntry> Entries { get; } = [];

    public SortedDictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    public SafetensorsFault? Fault { get; private set; }

    /// <param name="json">The header, shape [n].</param>
    /// <param name="start">Where it begins in the file.</param>
    public static SafetensorsHeader Read(ReadOnlySpan<byte> json, int start)
    {
        var header = new SafetensorsHeader(json, start);
        try
        {
            header.Whole();
        }
        catch (JsonException failure)
        {
            header.Fail($"no JSON ({failure.Message.ReplaceLineEndings(" ")})");
        }

        return header;
    }

    private void Whole()
    {
        if (_json.IsEmpty || _json[0] != '{')
        {
            Fail("no JSON object");
        }
        else if (!Utf8.IsValid(_json))
        {
            Fail("a header that is not UTF-8");
        }
        else
        {
            _reader.Read();
            Fields("an entry", static (scoped ref header, name) => header.Entry(name));

            // Reading on accepts padding alone.
            while (Fault is null && _reader.Read())
            {
                Fail("something after the header's object");
            }
        }
    }

    private void Entry(string name)
    {
        if (name == CheckpointContent.MetadataName)
        {
            Texts();
        }
        else
        {
            Tensor(name);
        }
    }

    private void Texts()
    {
        if (Wants(JsonTokenType.StartObject, "an object of texts"))
        {
            Fields(
                "a text",
                static (scoped ref header, name) =>
                {
                    if (header.Wants(JsonTokenType.String, "a text"))
                    {
                        header.Metadata[name] = header.Text();
                    }
                }
            );
        }
    }

    private void Tensor(string name)
    {
        var offset = Position;
        if (name.Length == 0)
        {
            Fail("a tensor without a name");
        }

        TensorType? type = null;
        List<long>? shape = null;
        List<long>? offsets = null;
        var isObject = Wants(JsonTokenType.StartObject, $"tensor '{name}' as an object");
        while (isObject && Next() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = Text();
            Next();
            switch (field)
            {
                case "dtype" when type is null:
                    type = Type();
                    break;
                case "shape" when shape is null:
                    shape = Numbers(int.MaxValue);
                    break;
                case "data_offsets" when offsets is null:
                    offsets = Numbers(long.MaxValue);
                    break;
                default:
                    Fail($"a field '{field}' that does not belong, or not twice");
                    break;
            }
        }

        if (Fault is null && (type is null || shape is null || offsets is not { Count: 2 }))
        {
            Fail($"tensor '{name}' without its dtype, shape and two data_offsets");
        }

        if (Fault is null)
        {
            var lengths = EquatableArray.From(shape!.Select(length => (int)length));
            Entries.Add(new(name, type!.Value, lengths, offsets![0], offsets[1], offset));
        }
    }

    private TensorType? Type()
    {
        var name = Wants(JsonTokenType.String, "a dtype as text") ? Text() : "";
        if (!TensorTypes.TryParse(name, out var type))
        {
            Fail($"dtype '{name}', of which F32, F64, I64 and U8 are read");
        }

        return type;
    }

    private List<long> Numbers(long max)
    {
        var numbers = new List<long>();
        var isArray = Wants(JsonTokenType.StartArray, "an array of numbers");
        while (isArray && Next() && _reader.TokenType != JsonTokenType.EndArray)
        {
            var number = 0L;
            var isWhole = _reader.TokenType == JsonTokenType.Number && _reader.TryGetInt64(out number);
            if (!isWhole || number < 0 || number > max)
            {
                Fail($"no whole number from 0 to {max}");
                break;
            }

            numbers.Add(number);
        }

        return numbers;
    }

    /// <summary>Every field of the object the reader has entered, its value the current token; no name twice.</summary>
    private void Fields(string what, FieldAction action)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (Next() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Text();
            if (!names.Add(name))
            {
                Fail($"{what} '{name}' for the second time");
            }

            Next();
            action(ref this, name);
        }
    }

    private bool Wants(JsonTokenType token, string what)
    {
        if (Fault is null && _reader.TokenType != token)
        {
            Fail($"{_reader.TokenType} where {what} belongs");
        }

        return Fault is null;
    }

    private string Text()
    {
        try
        {
            return Fault is null ? _reader.GetString() ?? "" : "";
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, written as an escape.
            Fail("text that is not Unicode");
            return "";
        }
    }

    private bool Next() => Fault is null && _reader.Read();

    private readonly long Position => _start + _reader.TokenStartIndex;

    private void Fail(string found) => Fault ??= new(Position, found);

    private delegate void FieldAction(scoped ref SafetensorsHeader header, string name);
}
