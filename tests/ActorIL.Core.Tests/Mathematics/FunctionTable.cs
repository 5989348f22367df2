using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ActorIL.Core.Mathematics;

namespace ActorIL.Core.Tests.Mathematics;

/// <summary>The elementary functions by name, with what each is held to.</summary>
internal static partial class FunctionTable
{
    public static TheoryData<string> SingleNames => ["Exp", "Log", "Tanh", "Sigmoid", "Softplus", "Erf", "Sin", "Cos"];

    public static TheoryData<string> DoubleNames => ["Sin", "Cos", "Log"];

    public static FunctionForms<float> Single(string name) =>
        name switch
        {
            "Exp" => new(Elementary.Exp, VectorElementary.Exp, VectorElementary.Exp, VectorElementary.Exp),
            "Log" => new(Elementary.Log, VectorElementary.Log, VectorElementary.Log, VectorElementary.Log),
            "Tanh" => new(Elementary.Tanh, VectorElementary.Tanh, VectorElementary.Tanh, VectorElementary.Tanh),
            "Sigmoid" => new(
                Elementary.Sigmoid, VectorElementary.Sigmoid, VectorElementary.Sigmoid, VectorElementary.Sigmoid),
            "Softplus" => new(
                Elementary.Softplus, VectorElementary.Softplus, VectorElementary.Softplus, VectorElementary.Softplus),
            "Erf" => new(Elementary.Erf, VectorElementary.Erf, VectorElementary.Erf, VectorElementary.Erf),
            "Sin" => new(Elementary.Sin, VectorElementary.Sin, VectorElementary.Sin, VectorElementary.Sin),
            "Cos" => new(Elementary.Cos, VectorElementary.Cos, VectorElementary.Cos, VectorElementary.Cos),
            _ => throw new ArgumentException($"No float function is called {name}.", nameof(name)),
        };

    public static FunctionForms<double> Double(string name) =>
        name switch
        {
            "Sin" => new(Elementary.Sin, VectorElementary.Sin, VectorElementary.Sin, VectorElementary.Sin),
            "Cos" => new(Elementary.Cos, VectorElementary.Cos, VectorElementary.Cos, VectorElementary.Cos),
            "Log" => new(Elementary.Log, VectorElementary.Log, VectorElementary.Log, VectorElementary.Log),
            _ => throw new ArgumentException($"No double function is called {name}.", nameof(name)),
        };

    /// <summary>The same function in double, by other means.</summary>
    public static Func<double, double> Reference(string name) =>
        name switch
        {
            "Exp" => Math.Exp,
            "Log" => Math.Log,
            "Tanh" => Math.Tanh,
            "Sigmoid" => ReferenceFunctions.Sigmoid,
            "Softplus" => ReferenceFunctions.Softplus,
            "Erf" => ReferenceFunctions.Erf,
            "Sin" => Math.Sin,
            "Cos" => Math.Cos,
            _ => throw new ArgumentException($"No reference is called {name}.", nameof(name)),
        };

    /// <summary>The maximum error that the doc comment promises, so that text and code cannot part.</summary>
    /// <param name="name">The function.</param>
    /// <param name="type">Its argument's type: System.Single or System.Double.</param>
    public static double DocumentedUlpMax(string name, Type type)
    {
        var member = $"M:{typeof(Elementary).FullName}.{name}({type.FullName})";
        var text = XDocument.Load(Path.ChangeExtension(typeof(Elementary).Assembly.Location, ".xml"))
            .Descendants("member")
            .Single(element => element.Attribute("name")?.Value == member)
            .Value;
        return double.Parse(UlpPromise().Match(text).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Error\s+at\s+most\s+(\d+\.\d+)\s+ulp")]
    private static partial Regex UlpPromise();
}
