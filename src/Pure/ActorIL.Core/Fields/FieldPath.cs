using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Core.Prelude;

namespace ActorIL.Core.Fields;

/// <summary>
/// A place inside a decoded value, such as <c>finished.chunk.rewards[3]</c>: names of fields and cases with dots
/// between, items of lists and arrays in brackets, counted from 0.
/// </summary>
internal static class FieldPath
{
    private const string Wanted = "names with dots between and indices in brackets, such as chunk.rewards[3]";

    /// <summary>
    /// What stands there; the empty path is the value itself. A name or index that is not there is an error, and so
    /// is a path that goes on below a record that is absent.
    /// </summary>
    public static Result<FieldNode, Error> Find(FieldNode root, string path)
    {
        var found = Result.Success<FieldNode, Error>(root);
        var rest = path.AsSpan();
        var isFirst = true;
        while (rest.Length > 0)
        {
            var isIndex = rest[0] == '[';
            if (!isIndex && !isFirst)
            {
                if (rest[0] != '.')
                {
                    return NoPath(path);
                }

                rest = rest[1..];
            }

            var end = isIndex ? rest.IndexOf(']') : rest.IndexOfAny('.', '[');
            end = !isIndex && end < 0 ? rest.Length : end;
            if (end <= 0)
            {
                return NoPath(path);
            }

            var part = rest[(isIndex ? 1 : 0)..end].ToString();
            rest = rest[(isIndex ? end + 1 : end)..];
            isFirst = false;
            if (!isIndex)
            {
                found = found.Then(node => Named(node, part, path));
                continue;
            }

            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            {
                return NoPath(path);
            }

            found = found.Then(node => Item(node, index, path));
        }

        return found;
    }

    private static Result<FieldNode, Error> Named(FieldNode node, string name, string path)
    {
        Result<FieldNode, Error> No(FieldNode _) => Missing(path, $"no field {name}: its owner is no record");
        return node.Match(
            No,
            No,
            No,
            No,
            No,
            No,
            No,
            No,
            No,
            No,
            No,
            record =>
            {
                foreach (var entry in record.Fields)
                {
                    if (entry.Description.Name == name)
                    {
                        return Result.Success<FieldNode, Error>(entry.Value);
                    }
                }

                var names = string.Join(", ", record.Fields.Select(entry => entry.Description.Name));
                return Missing(path, $"no field {name} in {record.Type}, which has {names}");
            },
            No,
            absent => Missing(path, $"no field {name}: the {absent.Type} it is in is absent")
        );
    }

    private static Result<FieldNode, Error> Item(FieldNode node, int index, string path)
    {
        Result<FieldNode, Error> No(FieldNode _) => Missing(path, $"no item {index}: its owner is no list");
        Result<FieldNode, Error> At<T>(ImmutableArray<T> items, Func<T, FieldNode> one) =>
            index < items.Length
                ? Result.Success<FieldNode, Error>(one(items[index]))
                : Missing(path, $"no item {index} among {items.Length}");
        return node.Match(
            No,
            No,
            No,
            No,
            No,
            No,
            bytes => At(bytes.Values, value => new FieldNode.Integer(value)),
            integers => At(integers.Values, value => new FieldNode.Integer(value)),
            singles => At(singles.Values, value => new FieldNode.Single(value)),
            doubles => At(doubles.Values, value => new FieldNode.Double(value)),
            No,
            No,
            records => At(records.Items, item => item),
            No
        );
    }

    private static Result<FieldNode, Error> NoPath(string path) => Missing(path, "no path");

    private static Result<FieldNode, Error> Missing(string path, string found) =>
        Result.Failure<FieldNode, Error>(new($"path '{path}'", found, Wanted, "Check the names with 'trace show'."));
}
