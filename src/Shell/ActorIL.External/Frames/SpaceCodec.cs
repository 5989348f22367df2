using ActorIL.Core.Prelude;
using ActorIL.Core.Spaces;

namespace ActorIL.External.Frames;

/// <summary>Spaces in a welcome.</summary>
internal static class SpaceCodec
{
    private const int Discrete = 0;
    private const int UniformBox = 1;
    private const int Box = 2;
    private const int Product = 3;

    public static void Write(FrameWriter writer, Space space) =>
        space.Match(
            discrete => writer.Put(Discrete).Put(discrete.Count),
            box => writer.Put(Box).Put(box.Size).Put(box.Low.AsSpan()).Put(box.High.AsSpan()),
            product =>
            {
                writer.Put(Product).Put(product.Parts.Count);
                foreach (var part in product.Parts)
                {
                    Write(writer, part);
                }

                return writer;
            }
        );

    /// <summary>The space that comes next; null where the bytes are none.</summary>
    public static Space? Read(ref BodyReader body, int depth = 0)
    {
        var (kind, count) = (body.Int(), body.Int());
        return !body.IsWhole || count < 1 || depth > Protocol.SpaceDepthMax ? null
            : kind == Discrete ? new Space.Discrete(count)
            : count > Protocol.SpaceSizeMax ? null
            : kind == UniformBox ? ReadUniform(ref body, count)
            : kind == Box ? ReadBox(ref body, count)
            : kind == Product ? ReadProduct(ref body, count, depth)
            : null;
    }

    private static Space.Box? ReadUniform(ref BodyReader body, int size)
    {
        var bounds = new float[2];
        body.Numbers<float>(bounds);
        var (low, high) = (new float[size], new float[size]);
        low.AsSpan().Fill(bounds[0]);
        high.AsSpan().Fill(bounds[1]);
        return Bounded(body.IsWhole, low, high);
    }

    private static Space.Box? ReadBox(ref BodyReader body, int size)
    {
        var (low, high) = (new float[size], new float[size]);
        body.Numbers<float>(low);
        body.Numbers<float>(high);
        return Bounded(body.IsWhole, low, high);
    }

    private static Space.Box? Bounded(bool isWhole, float[] low, float[] high)
    {
        for (var i = 0; i < low.Length; i++)
        {
            isWhole &= low[i] <= high[i];
        }

        return isWhole ? new([.. low], [.. high]) : null;
    }

    private static Space.Product? ReadProduct(ref BodyReader body, int count, int depth)
    {
        var (parts, size) = (new List<Space>(), 0L);
        for (var i = 0; i < count; i++)
        {
            if (Read(ref body, depth + 1) is not { } part || (size += part.Size) > Protocol.SpaceSizeMax)
            {
                return null;
            }

            parts.Add(part);
        }

        return new(EquatableArray.From(parts));
    }
}
