using System.Reflection;

namespace VirtAlliance.Model.Tests.Purity;

/// <summary>The compiler's name for a symbol, as documentation files and lists of banned symbols write it.</summary>
internal static class DocumentationId
{
    public static string Of(MethodInfo method)
    {
        var arity = method.IsGenericMethodDefinition ? $"``{method.GetGenericArguments().Length}" : "";
        var parameters = string.Join(',', method.GetParameters().Select(p => Of(p.ParameterType)));
        return $"M:{method.DeclaringType!.FullName!.Replace('+', '.')}.{method.Name}{arity}({parameters})";
    }

    private static string Of(Type type)
    {
        if (type.IsByRef) return Of(type.GetElementType()!) + "@";
        if (type.IsPointer) return Of(type.GetElementType()!) + "*";
        if (type.IsGenericMethodParameter) return $"``{type.GenericParameterPosition}";
        if (!type.IsGenericType) return type.FullName!;
        var name = type.GetGenericTypeDefinition().FullName!;
        return $"{name[..name.IndexOf('`')]}{{{string.Join(',', type.GetGenericArguments().Select(Of))}}}";
    }
}
