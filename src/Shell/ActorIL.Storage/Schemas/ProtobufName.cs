using System.Globalization;
using System.Text;
using ActorIL.Core.Fields;
using ActorIL.Core.Prelude;

namespace ActorIL.Storage.Schemas;

/// <summary>
/// Type names as names of Protocol Buffers messages and back: <c>learner-message.train/1</c> is
/// <c>LearnerMessage_Train_v1</c>. A letter after a dash, a dot or the start is capital, a dot is an underscore, and
/// what has no place in such a name is two underscores, its UTF-16 code in hexadecimal and one underscore. So no two
/// type names share a message name, and each is found again.
/// </summary>
public static class ProtobufName
{
    /// <summary>The package of all messages.</summary>
    public const string Package = "actoril";

    /// <summary>The name without its package.</summary>
    public static string Of(TypeName type)
    {
        var text = new StringBuilder();
        var name = type.Name;
        for (var i = 0; i < name.Length; i++)
        {
            var isJoint = i == 0 || name[i] is '-' or '.';
            var letter =
                i == 0 ? name[0]
                : i + 1 < name.Length ? name[i + 1]
                : '\0';
            if (isJoint && char.IsAsciiLetterLower(letter))
            {
                text.Append(i > 0 && name[i] == '.' ? "_" : "").Append((char)(letter - 'a' + 'A'));
                i += i == 0 ? 0 : 1;
            }
            else if (i > 0 && (char.IsAsciiLetterLower(name[i]) || char.IsAsciiDigit(name[i])))
            {
                text.Append(name[i]);
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"__{(int)name[i]:x}_");
            }
        }

        return text.Append(CultureInfo.InvariantCulture, $"_v{type.Version}").ToString();
    }

    /// <summary>The type a message name, without its package, stands for; a name of another form is an error.</summary>
    public static Result<TypeName, Error> Read(string message)
    {
        var versionStart = message.LastIndexOf("_v", StringComparison.Ordinal);
        var isVersion = int.TryParse(
            message[(versionStart < 0 ? message.Length : versionStart + 2)..],
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var version
        );
        if (!isVersion)
        {
            return Foreign(message);
        }

        var name = new StringBuilder();
        for (var i = 0; i < versionStart; i++)
        {
            var next = i + 1 < versionStart ? message[i + 1] : '\0';
            if (message[i] == '_' && next == '_')
            {
                var end = message.IndexOf('_', i + 2, versionStart - i - 2);
                var code = end < 0 ? [] : message.AsSpan(i + 2, end - i - 2);
                if (!ushort.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
                {
                    return Foreign(message);
                }

                name.Append((char)value);
                i = end;
            }
            else if (message[i] == '_')
            {
                name.Append('.').Append(char.ToLowerInvariant(next));
                i++;
            }
            else
            {
                name.Append(i > 0 && char.IsAsciiLetterUpper(message[i]) ? "-" : "")
                    .Append(char.ToLowerInvariant(message[i]));
            }
        }

        var type = new TypeName(name.ToString(), version);
        return Of(type) == message ? Result.Success<TypeName, Error>(type) : Foreign(message);
    }

    private static Result<TypeName, Error> Foreign(string message) =>
        Result.Failure<TypeName, Error>(
            new(
                $"message {message}",
                "a name that no type of ours has",
                "a name such as LearnerMessage_Train_v1",
                "Read the file with the program that wrote it."
            )
        );
}
