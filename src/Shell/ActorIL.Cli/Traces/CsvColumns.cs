using System.Collections.Immutable;
using System.Globalization;
using ActorIL.Core.Fields;

namespace ActorIL.Cli.Traces;

/// <summary>
/// The columns a type of message has in a table: its numbers and texts, and the lengths of its lists.
/// </summary>
internal static class CsvColumns
{
    private const string CountEnding = ".count";

    /// <summary>Paths of the columns, in the order of the fields.</summary>
    /// <param name="description">The message, or the union it is a case of.</param>
    /// <param name="caseNumber">The case; 0 for a message that is none.</param>
    public static ImmutableArray<string> Of(RecordDescription description, int caseNumber)
    {
        var known = description.Mentioned.Add(description).ToLookup(mentioned => mentioned.Name);
        return
        [
            .. description
                .Fields.Where(field => field.Kind != FieldKind.Case || field.Number == caseNumber)
                .SelectMany(field => Of("", field, known, [description.Name])),
        ];
    }

    /// <summary>What a message has in a column; empty for what it has not.</summary>
    public static string Cell(FieldNode message, string column)
    {
        if (column.EndsWith(CountEnding, StringComparison.Ordinal))
        {
            var list = FieldPath
                .Find(message, column[..^CountEnding.Length])
                .Match<FieldNode?>(node => node, _ => null);
            if (list is not null && Count(list) is { } count)
            {
                return count.ToString(CultureInfo.InvariantCulture);
            }
        }

        return FieldPath
            .Find(message, column)
            .Match(
                node => Count(node) is null ? FieldLeaves.Of(node).Select(leaf => leaf.Text).FirstOrDefault("") : "",
                _ => ""
            );
    }

    private static IEnumerable<string> Of(
        string path,
        FieldDescription field,
        ILookup<TypeName, RecordDescription> known,
        ImmutableArray<TypeName> owners
    )
    {
        var here = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
        switch (field.Kind)
        {
            case FieldKind.Record or FieldKind.Case:
                var nested = known[field.Nested ?? default].FirstOrDefault();

                // A type inside itself has no last column.
                return nested is null || owners.Contains(nested.Name)
                    ? []
                    : nested.Fields.SelectMany(inner => Of(here, inner, known, owners.Add(nested.Name)));
            case FieldKind.Records
            or FieldKind.Int32Array
            or FieldKind.Int64Array
            or FieldKind.SingleArray
            or FieldKind.DoubleArray
            or FieldKind.Bytes:
                return [here + CountEnding];
            default:
                return [here];
        }
    }

    private static int? Count(FieldNode node) =>
        node.Match<int?>(
            _ => null,
            _ => null,
            _ => null,
            _ => null,
            _ => null,
            _ => null,
            bytes => bytes.Values.Length,
            integers => integers.Values.Length,
            singles => singles.Values.Length,
            doubles => doubles.Values.Length,
            _ => null,
            _ => null,
            records => records.Items.Length,
            _ => null
        );
}
