using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace ActorIL.Packages.Tests.Surface;

/// <summary>
/// What an assembly shows to those who compile against it, as text: every public type with its public and protected
/// members, sorted, without what the compiler adds by itself.
/// </summary>
public static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var group in assembly.GetExportedTypes().GroupBy(type => type.Namespace).OrderBy(Key, Ordinal))
        {
            text.Append("namespace ").Append(group.Key).Append('\n');
            foreach (var type in group.OrderBy(SignatureText.NameOf, Ordinal))
            {
                text.Append("\n  ").Append(TypeLine(type)).Append('\n');
                foreach (var line in MemberLines(type))
                {
                    text.Append("    ").Append(line).Append('\n');
                }
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd() + "\n";
    }

    private static StringComparer Ordinal => StringComparer.Ordinal;

    private static string Key(IGrouping<string?, Type> group) => group.Key ?? string.Empty;

    private static string TypeLine(Type type)
    {
        var bases = Bases(type).ToArray();
        var inherits = bases.Length == 0 ? string.Empty : " : " + string.Join(", ", bases);
        return $"{Kind(type)} {SignatureText.NameOf(type)}{inherits}";
    }

    private static string Kind(Type type) =>
        type switch
        {
            { IsInterface: true } => "interface",
            { IsEnum: true } => "enum",
            { IsValueType: true } => $"{ReadOnly(type)}{(type.IsByRefLike ? "ref " : "")}{Record(type)}struct",
            _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
            { IsAbstract: true, IsSealed: true } => "static class",
            _ => $"{(type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "")}{Record(type)}class",
        };

    private static string ReadOnly(Type type) => type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "";

    private static string Record(Type type) =>
        type.GetMethod("<Clone>$", Declared) is not null
        || (type.IsValueType && type.GetMethod("PrintMembers", Declared) is not null)
            ? "record "
            : "";

    private static IEnumerable<string> Bases(Type type)
    {
        if (type.IsEnum)
        {
            yield break;
        }

        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
        {
            yield return SignatureText.Of(parent);
        }

        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var own = type.GetInterfaces()
            .Except(inherited)
            .Where(contract => contract.IsVisible)
            .Where(contract =>
                contract.Name != "IEquatable`1" || !Record(type).StartsWith("record", StringComparison.Ordinal)
            );
        foreach (var contract in own.Select(SignatureText.Of).Order(Ordinal))
        {
            yield return contract;
        }
    }

    private static IEnumerable<string> MemberLines(Type type) =>
        type.GetMembers(Declared)
            .Where(member => member is not Type && !IsAdded(member) && IsSeen(member))
            .Select(member =>
                (Name: member is ConstructorInfo ? string.Empty : member.Name, Text: MemberText.Of(member))
            )
            .OrderBy(line => line.Name, Ordinal)
            .ThenBy(line => line.Text, Ordinal)
            .Select(line => line.Text);

    private static bool IsAdded(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute))
        || member is MethodInfo { IsSpecialName: true } method
            && !method.Name.StartsWith("op_", StringComparison.Ordinal)
        || member is FieldInfo { IsSpecialName: true }
        || member is PropertyInfo { Name: "EqualityContract" };

    private static bool IsSeen(MemberInfo member) =>
        member switch
        {
            FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
            PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsSeen),
            EventInfo => true,
            MethodBase method => IsSeen(method),
            _ => false,
        };

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;
}
