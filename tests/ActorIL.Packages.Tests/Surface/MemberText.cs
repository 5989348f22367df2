using System.Globalization;
using System.Reflection;

namespace ActorIL.Packages.Tests.Surface;

/// <summary>A member of a type in one line, as C# declares it.</summary>
public static class MemberText
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(MemberInfo member) =>
        member switch
        {
            FieldInfo field => OfField(field),
            PropertyInfo property => OfProperty(property),
            ConstructorInfo constructor => $"{Access(constructor)}new({Parameters(constructor)})",
            MethodInfo method => OfMethod(method),
            _ => $"{member.MemberType} {member.Name}",
        };

    private static string OfField(FieldInfo field)
    {
        if (field.DeclaringType!.IsEnum)
        {
            return $"{field.Name} = {Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}";
        }

        var kind =
            field.IsLiteral ? "const "
            : field.IsStatic ? "static "
            : "";
        var value = field.IsLiteral ? $" = {Value(field.GetRawConstantValue())}" : "";
        return $"{kind}{SignatureText.Of(field.FieldType)} {field.Name}{value}";
    }

    private static string OfProperty(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true);
        var seen = accessors.Where(accessor => accessor.IsPublic || accessor.IsFamily).ToArray();
        var type =
            SignatureText.Of(property.PropertyType)
            + Mark(Nullability.Create(property).ReadState, property.PropertyType);
        var names = seen.Select(accessor =>
            accessor.Name.Contains("get_", StringComparison.Ordinal) ? "get;"
            : accessor.ReturnParameter.GetRequiredCustomModifiers().Length > 0 ? "init;"
            : "set;"
        );
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(OfParameter))}]";
        return $"{Access(seen[0])}{Modifiers(seen[0])}{type} {name} {{ {string.Join(' ', names)} }}";
    }

    private static string OfMethod(MethodInfo method)
    {
        var arguments = method.GetGenericArguments();
        var generic = arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(SignatureText.Of))}>";
        var result = method.ReturnParameter;
        var type = SignatureText.Of(method.ReturnType) + Mark(Nullability.Create(result).ReadState, method.ReturnType);
        return $"{Access(method)}{Modifiers(method)}{type} {method.Name}{generic}({Parameters(method)})";
    }

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Modifiers(MethodInfo method)
    {
        var isContract = method.DeclaringType!.IsInterface;
        var isNew = method.GetBaseDefinition() == method;
        return (method.IsStatic ? "static " : "")
            + (method.IsAbstract && !(isContract && !method.IsStatic) ? "abstract " : "")
            + (method.IsVirtual && !method.IsAbstract && !method.IsFinal && isNew ? "virtual " : "")
            + (!isNew ? "override " : "");
    }

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(OfParameter));

    private static string OfParameter(ParameterInfo parameter)
    {
        var way =
            parameter.IsOut ? "out "
            : parameter.IsIn ? "in "
            : parameter.ParameterType.IsByRef ? "ref "
            : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params "
            : "";
        var type =
            SignatureText.Of(parameter.ParameterType)
            + Mark(Nullability.Create(parameter).WriteState, parameter.ParameterType);
        var value = parameter.HasDefaultValue ? $" = {Value(parameter.RawDefaultValue)}" : "";
        return $"{way}{type} {parameter.Name}{value}";
    }

    private static string Mark(NullabilityState state, Type type) =>
        state == NullabilityState.Nullable && !type.IsValueType && !type.IsGenericParameter ? "?" : "";

    private static string Value(object? value) =>
        value switch
        {
            null => "default",
            string text => $"\"{text.ReplaceLineEndings("\\n")}\"",
            bool flag => flag ? "true" : "false",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
