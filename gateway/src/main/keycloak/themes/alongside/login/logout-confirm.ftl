<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
<#if section = "header">${msg("logoutConfirmTitle")}
<#elseif section = "form">
<p>${msg("logoutConfirmHeader")}</p>
<form action="${url.logoutConfirmAction}" method="post">
<input type="hidden" name="session_code" value="${logoutConfirm.code}">
<button class="button" id="kc-logout" name="confirmLogout" type="submit" value="yes">${msg("doLogout")}</button>
</form>
</#if>
</@layout.registrationLayout>
